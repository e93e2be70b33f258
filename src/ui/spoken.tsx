import { isValidElement, useContext, useEffect, useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { aria } from './a11y'
import { PageInstance } from './page-instance'

/** A reader that has not met a region yet says nothing of what is put into it, ms. */
const MET_MS = 100
/** Who reads on by hand should not come by the same words twice, ms. */
const SAID_MS = 2_000

/** Where a page speaks from: what comes into the document together with its region is heard by nobody, so the region stands first. */
export function Spoken() {
  const page = useContext(PageInstance)
  const [words, setWords] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    page.tell = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        setWords(page.unsaid.splice(0).join(' '))
        timer = setTimeout(() => setWords(''), SAID_MS)
      }, MET_MS)
    }
    if (page.unsaid.length > 0) page.tell()
    return () => clearTimeout(timer)
  }, [page])
  return <Text className="z-spoken" {...aria({ live: 'polite' })}>{words}</Text>
}

/** Speaks the words when they come, and when they change. */
export function useSpoken(words: string): void {
  const page = useContext(PageInstance)
  useEffect(() => {
    if (!words) return
    page.unsaid.push(words)
    page.tell()
  }, [page, words])
}

/** A line that is spoken when it comes. One that stands there and changes its words needs no more than the role `status`. */
export function Said({ id, className, children }: { id?: string; className: string; children: ReactNode }) {
  useSpoken(wordsIn(children))
  return <View className={className} {...aria({ id })}>{children}</View>
}

/** What a reader would read of it. */
export function wordsIn(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(wordsIn).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? wordsIn(node.props.children) : ''
}
