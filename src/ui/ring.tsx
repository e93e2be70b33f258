import { Image, View } from '@tarojs/components'
import { aria, imageProps } from './a11y'

export interface RingProps {
  /** Part left, 0 to 1. */
  fraction: number
  /** Large figure inside: '342'. */
  figure: string
  /** Under the figure: '天'. */
  unit: string
  /** Spoken in place of the picture: «保障还有 342 天». */
  label: string
}

const LENGTH = 2 * Math.PI * 44

/** The ring as an SVG data URL: conic-gradient is missing in the oldest phones that we serve. */
export function ringUrl(fraction: number): string {
  const left = Math.min(1, Math.max(0, fraction)) * LENGTH
  const arc = left > 0 ? `<circle cx='50' cy='50' r='44' fill='none' stroke='#c1121f' stroke-width='9' stroke-linecap='round' stroke-dasharray='${left.toFixed(1)} ${LENGTH.toFixed(1)}' transform='rotate(-90 50 50)'/>` : ''
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><circle cx='50' cy='50' r='44' fill='none' stroke='#ece5da' stroke-width='9'/>${arc}</svg>`)}`
}

/** How much of a period is left: ring, figure, unit. */
export function Ring({ fraction, figure, unit, label }: RingProps) {
  return (
    <View className="z-ring" {...aria({ role: 'img', label })}>
      <Image className="z-ring-image" src={ringUrl(fraction)} {...imageProps('')} />
      <View className="z-ring-words">
        <View className="z-ring-figure">{figure}</View>
        <View className="z-ring-unit">{unit}</View>
      </View>
    </View>
  )
}
