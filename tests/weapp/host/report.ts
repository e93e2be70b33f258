// The page's raw observations as figures to compare.
import type { RequestRecord } from './node/network'
import type { AppError, PageStats } from './protocol'

export interface SetDataFigures {
  count: number
  bytes: number
  /** The first call: what a page sends before it shows. */
  firstBytes: number
  maxBytes: number
  ms: number
}

export interface Stats {
  launchMs: number
  setData: Record<string, SetDataFigures>
  nodes: number
  depth: number
  errors: AppError[]
  warnings: string[]
  requests: RequestRecord[]
  api: Record<string, { calls: number; failed: number }>
  unsupported: string[]
  unmocked: string[]
  shares: Record<string, unknown>[]
  storageBytes: number
}

export function summarise(raw: PageStats, more: Pick<Stats, 'nodes' | 'depth' | 'requests' | 'storageBytes'>): Stats {
  const setData: Stats['setData'] = {}
  for (const { page, bytes, ms } of raw.setData) {
    const figures = (setData[page] ??= { count: 0, bytes: 0, firstBytes: bytes, maxBytes: 0, ms: 0 })
    figures.count += 1
    figures.bytes += bytes
    figures.maxBytes = Math.max(figures.maxBytes, bytes)
    figures.ms = Number((figures.ms + ms).toFixed(2))
  }
  const api: Stats['api'] = {}
  for (const { name, failed } of raw.apiCalls) {
    const entry = (api[name] ??= { calls: 0, failed: 0 })
    entry.calls += 1
    if (failed !== undefined) entry.failed += 1
  }
  const { launchMs, errors, warnings, unsupported, unmocked, shares } = raw
  return { launchMs, setData, errors, warnings, api, unsupported, unmocked, shares, ...more }
}

export function errorText(errors: AppError[]): string {
  const one = (error: AppError) => `[${error.kind}] ${error.message} (${error.route})\n${error.stack.split('\n').slice(0, 5).join('\n')}`
  return `the app reported ${errors.length} error(s):\n${errors.map(one).join('\n')}`
}
