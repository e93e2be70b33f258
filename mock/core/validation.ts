import * as v from 'valibot'
import { Refusal } from '../rules/refusal'
import { isInstant, isLocalDate } from '@/domain/dates'
import { dropStray } from '@/domain/text'
import { utf8 } from './hash'
import type { CoreRequest } from './types'

export const MAX_JSON_BYTES = 256 * 1024

/** The JSON object of a body, its texts without the marks that nobody sees. @throws BODY_TOO_LARGE, UNSUPPORTED_CONTENT_TYPE, BAD_REQUEST; VALIDATION_FAILED for other JSON */
export function readJson(request: CoreRequest): unknown {
  const value = parseJson(request)
  // valibot takes an array for an object: `[]` would pass where every field is optional.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('VALIDATION_FAILED', undefined, { '': '格式不正确。' })
  return value
}

function parseJson({ text, headers }: CoreRequest): unknown {
  if (text === undefined || text === '') throw new Refusal('BAD_REQUEST')
  if (text.length > MAX_JSON_BYTES || utf8(text).length > MAX_JSON_BYTES) throw new Refusal('BODY_TOO_LARGE')
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) throw new Refusal('UNSUPPORTED_CONTENT_TYPE')
  try {
    return withoutStray(JSON.parse(text))
  } catch {
    throw new Refusal('BAD_REQUEST')
  }
}

/** What was pasted on the way to us brings marks along: they are no part of a name or of a hospital, and alone they are no text. */
function withoutStray(value: unknown): unknown {
  if (typeof value === 'string') return dropStray(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutStray)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutStray(part)]))
}

/** @throws VALIDATION_FAILED with one line of words for each field, by JSON pointer */
export function validate(schema: v.GenericSchema, input: unknown): unknown {
  const result = v.safeParse(schema, input)
  const fieldErrors = result.success ? impossibleDates(result.output) : fieldErrorsOf(result.issues)
  if (Object.keys(fieldErrors).length > 0) throw new Refusal('VALIDATION_FAILED', undefined, fieldErrors)
  return result.output
}

type Issue = v.BaseIssue<unknown>

function fieldErrorsOf(issues: readonly Issue[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) errors[pointerOf((issue.path ?? []).map(({ key }) => key))] ??= wordsFor(issue)
  return errors
}

const pointerOf = (keys: readonly unknown[]): string => keys.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')

function wordsFor(issue: Issue): string {
  if (issue.expected === 'never') return '这一项不在约定的内容里。'
  if (issue.input === undefined) return '请填写这一项。'
  const limit = 'requirement' in issue ? String(issue.requirement) : ''
  switch (issue.type) {
    case 'min_length':
      return issue.input === '' ? '请填写这一项。' : `至少需要${limit}个字。`
    case 'max_length':
      return Array.isArray(issue.input) ? `最多${limit}项。` : `最多${limit}个字。`
    case 'min_value':
      return limit === '0' ? '不能是负数。' : `不能小于${limit}。`
    case 'max_value':
      return `不能大于${limit}。`
    case 'integer':
    case 'number':
      return '请填写数字。'
    case 'picklist':
    case 'literal':
    case 'variant':
    case 'union':
      return '请从给出的选项中选择。'
    default:
      return '格式不正确。'
  }
}

/** The contract's patterns let `2026-02-30` pass (a pattern cannot count days); handlers may rely on dates that exist. */
function impossibleDates(value: unknown, keys: readonly (string | number)[] = []): Record<string, string> {
  if (typeof value === 'string') {
    const looksLikeDate = /^\d{4}-\d{2}-\d{2}$/.test(value) && !isLocalDate(value)
    const looksLikeInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/.test(value) && !isInstant(value)
    return looksLikeDate || looksLikeInstant ? { [pointerOf(keys)]: '这个日期不存在，请核对。' } : {}
  }
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign({}, ...Object.entries(value).map(([key, part]) => impossibleDates(part, [...keys, key])))
}
