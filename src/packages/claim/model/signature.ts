import { useState } from 'react'
import type { Signature } from '@/contract/schemas/drawn'
import { cleanName } from '@/domain/names'
import { isSignature, type Strokes } from '@/domain/strokes'
import type { FieldProblem } from '@/ui'
import { texts } from '../texts'

const t = texts.sign
/** Ids on 核对 that the summary leads to. */
export const SIGNATURE = 'signature'
export const TYPED_NAME = 'typed-name'

/** A signature for what is handed in: drawn, or the name typed by whoever cannot draw. Nothing of it is kept on the phone. */
export function useSignature() {
  const [strokes, setStrokes] = useState<Strokes>([])
  const [typing, setTyping] = useState(false)
  const [name, setName] = useState('')
  /** What the server found wrong with the name, until another one is typed. */
  const [refusedZh, setRefused] = useState<string | null>(null)
  const typedName = cleanName(name)

  return {
    strokes,
    draw: setStrokes,
    typing,
    type: setTyping,
    name,
    setName: (text: string) => {
      setRefused(null)
      setName(text)
    },
    refuse: setRefused,
    problems: (): FieldProblem[] => {
      if (!typing) return isSignature(strokes) ? [] : [{ fieldId: SIGNATURE, message: t.missing }]
      if (refusedZh) return [{ fieldId: TYPED_NAME, message: refusedZh }]
      return typedName ? [] : [{ fieldId: TYPED_NAME, message: t.nameMissing }]
    },
    value: (): Signature => (typing ? { typedName } : { strokes }),
  }
}
export type SignatureForm = ReturnType<typeof useSignature>
