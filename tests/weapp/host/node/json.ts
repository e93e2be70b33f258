// Arguments as they arrive from the page: JSON of unknown shape.
import { WxFailure } from '../protocol'

export type Args = Record<string, unknown>

export const isArgs = (value: unknown): value is Args => typeof value === 'object' && value !== null && !Array.isArray(value)

export function parseArgs(json: string): Args {
  const value: unknown = json ? JSON.parse(json) : {}
  return isArgs(value) ? value : {}
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) throw new WxFailure(`parameter error: should be String instead of ${value === null ? 'Null' : 'Undefined'}`)
  return String(value)
}
