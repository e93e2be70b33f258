import type { EndpointName, SuccessOf } from '@/contract/endpoints'
import { answersAtOnce, objectsAtOnce } from '@/contract/shapes-first'
import { answersLater, objectsLater } from '@/contract/shapes-rest'

export const objects: readonly string[] = [...objectsAtOnce, ...objectsLater]
export const shapeOf = (name: EndpointName): string => answersAtOnce[name] ?? answersLater[name] ?? ''
const isName = (name: string): name is EndpointName => name in answersAtOnce || name in answersLater
/** Endpoints that answer with JSON. */
export const spoken: readonly EndpointName[] = [...Object.keys(answersAtOnce), ...Object.keys(answersLater)].filter(isName).filter((name) => !['', 'binary'].includes(shapeOf(name)))

const LEAVES: Readonly<Record<string, unknown>> = { s: '字', n: 1, b: true }

/** A value of this shape with everything in it: one of each list, nothing null, nothing left out. */
function example(shape: string): unknown {
  if (shape.startsWith('~')) return example(shape.slice(1))
  if (shape.startsWith('[')) return [example(shape.slice(1))]
  const fields = objects[Number(shape)]
  return fields === undefined ? LEAVES[shape] : Object.fromEntries(fields.split(' ').map((field) => field.split(/\??:/)).map(([name = '', inner = '']) => [name, example(inner)]))
}

/** An answer of the right shape. Its values are no more than that: a picklist holds «字». */
export const exampleOf = <N extends EndpointName>(name: N): SuccessOf<N> => example(shapeOf(name)) as SuccessOf<N>

/** One way that an answer departs from its shape. */
export interface Break {
  /** Where: `/covers/0/sample`. */
  at: string
  how: 'gone' | 'null' | 'other'
  /** Whether the contract allows it: an optional field that is gone, a nullable one that is null. */
  allowed: boolean
  value: unknown
}

/** Each property of a value broken in each way, however deep it lies; lists by what they hold as well. */
export function breaksOf(shape: string, value: unknown = example(shape)): Break[] {
  return [...own(shape, value, ''), ...inside(shape, value, '')]
}
const strange = (value: unknown): unknown => (typeof value === 'string' ? 7 : Array.isArray(value) ? { 0: value[0] } : typeof value === 'object' ? [] : '字')
const own = (shape: string, value: unknown, at: string): Break[] => [
  { at, how: 'null', allowed: shape.startsWith('~'), value: null },
  { at, how: 'other', allowed: false, value: strange(value) },
]
function inside(shape: string, value: unknown, at: string): Break[] {
  if (value === null) return []
  if (shape.startsWith('~')) return inside(shape.slice(1), value, at)
  if (shape.startsWith('[')) {
    const [held, ...others] = value as unknown[]
    const inner = shape.slice(1)
    return held === undefined ? [] : [...own(inner, held, `${at}/0`), ...inside(inner, held, `${at}/0`)].map((one) => ({ ...one, value: [one.value, ...others] }))
  }
  const fields = objects[Number(shape)]
  if (fields === undefined) return []
  const whole = value as Record<string, unknown>
  return fields.split(' ').flatMap((field) => {
    const [name = '', inner = ''] = field.split(/\??:/)
    const { [name]: part, ...rest } = whole
    if (part === undefined) return []
    const deeper = [...own(inner, part, `${at}/${name}`), ...inside(inner, part, `${at}/${name}`)].map((one) => ({ ...one, value: { ...whole, [name]: one.value } }))
    return [{ at: `${at}/${name}`, how: 'gone' as const, allowed: field.includes('?'), value: rest }, ...deeper]
  })
}

/** What comes in place of an answer: nothing, another form, a page of the network's own, a property less. */
export type Garble = 'empty' | 'object' | 'null' | 'portal' | 'less'
export const garbles: readonly Garble[] = ['empty', 'object', 'null', 'portal', 'less']

/** @param turn which property is gone: any number */
export function garbled(name: EndpointName, text: string, how: Garble, turn = 0): string {
  if (how !== 'less') return { empty: '', object: '{}', null: 'null', portal: '<!doctype html><title>请登录无线网络</title>' }[how]
  const less = breaksOf(shapeOf(name), JSON.parse(text)).filter((one) => one.how === 'gone' && !one.allowed)
  return JSON.stringify(less[turn % less.length]?.value ?? null)
}

/** An answer of a newer server: a field more in every object. */
export function more(_name: EndpointName, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => more(_name, item))
  if (typeof value !== 'object' || value === null) return value
  return { ...Object.fromEntries(Object.entries(value).map(([name, part]) => [name, more(_name, part)])), newerZh: '新的', newer: [{ word: 1 }] }
}

/** An answer of an older server: nothing of what the contract lets be missing. */
export const less = (name: EndpointName, value: unknown): unknown => without(shapeOf(name), value)
function without(shape: string, value: unknown): unknown {
  if (value === null || value === undefined) return value
  if (shape.startsWith('~')) return without(shape.slice(1), value)
  if (shape.startsWith('[')) return (value as unknown[]).map((item) => without(shape.slice(1), item))
  const fields = objects[Number(shape)]
  if (fields === undefined) return value
  const whole = value as Record<string, unknown>
  return Object.fromEntries(fields.split(' ').filter((field) => !field.includes('?')).map((field) => field.split(':')).map(([name = '', inner = '']) => [name, without(inner, whole[name])]))
}
