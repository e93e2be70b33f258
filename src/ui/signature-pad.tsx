import { memo, useEffect, useRef } from 'react'
import { Image, View } from '@tarojs/components'
import { FIELD, penDown, penMove, type Strokes } from '@/domain/strokes'
import { drawing } from '@/platform/drawing'
import { aria, imageProps } from './a11y'
import { Button } from './button'
import { usePageId } from './page-instance'

export interface SignaturePadProps {
  id: string
  /** What is signed where, spoken. */
  label: string
  hint: string
  clear: string
  strokes: Strokes
  /** Told how the strokes change, because a finger moves faster than a page is drawn. */
  onDraw: (change: (strokes: Strokes) => Strokes) => void
  error?: string
}

/** A field to sign in with a finger or a mouse. Whoever cannot draw needs another way beside it. */
export function SignaturePad({ id: given, label, hint, clear, strokes, onDraw, error }: SignaturePadProps) {
  const id = usePageId(given)
  const { draw, flush, forget } = usePaced(onDraw)
  const pen = drawing({ down: (at) => draw((now) => penDown(now, at)), move: (at) => draw((now) => penMove(now, at)), up: flush })
  return (
    <View className={`z-field${error ? ' z-field--error' : ''}`}>
      {error ? <View id={`${id}-error`} className="z-field-error">{error}</View> : null}
      <View id={id} className="z-pad" {...aria({ role: 'img', label, describedBy: error ? `${id}-error` : undefined })} {...pen}>
        {strokes.length > 0 ? piecesOf(strokes).map((points, at) => <Ink key={at} points={points} />) : <View className="z-pad-hint" {...aria({ hidden: true })}>{hint}</View>}
      </View>
      <Button kind="text" onPress={() => {
        forget()
        onDraw(() => [])
      }}>{clear}</Button>
    </View>
  )
}

type Change = (strokes: Strokes) => Strokes

/** A finger moves a hundred times a second, and in WeChat each change is a message to another process: twenty a second are enough for a hand. ms. */
const PACE = 50

/** Gathers changes and hands them on together; what waits is handed on when the finger leaves or the page does. */
function usePaced(onDraw: (change: Change) => void) {
  const waiting = useRef<Change[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(onDraw)
  latest.current = onDraw
  const take = (): Change[] => {
    clearTimeout(timer.current)
    timer.current = undefined
    return waiting.current.splice(0)
  }
  const flush = (): void => {
    const changes = take()
    if (changes.length > 0) latest.current((now) => changes.reduce((strokes, change) => change(strokes), now))
  }
  const atEnd = useRef(flush)
  useEffect(() => () => atEnd.current(), [])
  return {
    flush,
    /** What was drawn last is not wanted. */
    forget: (): void => void take(),
    draw: (change: Change): void => {
      waiting.current.push(change)
      timer.current = timer.current ?? setTimeout(flush, PACE)
    },
  }
}

/** Points of a piece: only the last piece changes while it is drawn, so that only what is new is sent to the screen. */
const PIECE = 24

/** The strokes in pieces, each beginning where the one before ends, as an SVG polyline has its points. */
const piecesOf = (strokes: Strokes): string[] =>
  strokes.flatMap((stroke) => {
    const pieces = Math.max(1, Math.ceil((stroke.length - 1) / PIECE))
    return Array.from({ length: pieces }, (_, at) => stroke.slice(at * PIECE, (at + 1) * PIECE + 1).map(([x, y]) => `${x},${y}`).join(' '))
  })

const Ink = memo(function Ink({ points }: { points: string }) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${FIELD} ${FIELD}' preserveAspectRatio='none' fill='none' stroke='#221f1b' stroke-width='10' stroke-linecap='round'><polyline points='${points}'/></svg>`
  return <Image className="z-pad-image" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} {...imageProps('')} />
})
