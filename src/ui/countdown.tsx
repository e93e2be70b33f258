import { useEffect, useRef, useState } from 'react'
import { Text } from '@tarojs/components'
import { useDidHide, useDidShow } from '@/platform/lifecycle'
import { onAppHide, onAppShow } from '@/platform/network'
import { aria } from './a11y'

export interface CountdownProps {
  /** The instant it counts to, in milliseconds since 1970 of the clock that `now` reads. */
  until: number
  /** The clock: server time where it matters. */
  now: () => number
  /** Called once when the instant is reached. */
  onEnd?: () => void
  /** Words around the seconds; default «58 秒». */
  words?: (seconds: number) => string
}

/** Seconds left, rounded up and never below 0. */
export function secondsLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000))
}

/** True while the page is the one that is looked at. Below another page, behind another tab and in the background nobody reads it. */
function useLookedAt(): boolean {
  const [onTop, setOnTop] = useState(true)
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  useEffect(() => {
    const offs = [onAppHide(() => setInFront(false)), onAppShow(() => setInFront(true))]
    return () => offs.forEach((off) => off())
  }, [])
  return onTop && inFront
}

/**
 * Counts down in whole seconds, resting while nobody looks; what ended meanwhile is told when the page is looked at again. Not announced
 * each second: a reader finds it when it is asked for.
 */
export function Countdown({ until, now, onEnd, words = (seconds) => `${seconds} 秒` }: CountdownProps) {
  const [left, setLeft] = useState(() => secondsLeft(until, now()))
  const lookedAt = useLookedAt()
  const latest = useRef({ now, onEnd })
  latest.current = { now, onEnd }
  useEffect(() => {
    if (!lookedAt) return undefined
    let ended = false
    const tick = () => {
      const seconds = secondsLeft(until, latest.current.now())
      setLeft(seconds)
      if (seconds > 0 || ended) return
      ended = true
      clearInterval(timer)
      latest.current.onEnd?.()
    }
    // Four times a second, so that a shown second is never a whole one late; equal values do not render again.
    const timer = setInterval(tick, 250)
    tick()
    return () => clearInterval(timer)
  }, [until, lookedAt])
  return <Text className="z-countdown" {...aria({ role: 'timer', live: 'off' })}>{words(left)}</Text>
}
