import { Refusal } from '../rules/refusal'

/** Version in If-Match: `"3"`, `3` or `W/"3"`. @throws VERSION_REQUIRED where it is missing or not a version */
export function readIfMatch(header: string | undefined): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1]
  if (version === undefined) throw new Refusal('VERSION_REQUIRED')
  return Number(version)
}

/** @throws VERSION_STALE (extra `version`: the current one) where the change is based on another version */
export function requireVersion(context: { version: number }, current: number): void {
  if (context.version !== current) throw new Refusal('VERSION_STALE', undefined, {}, { version: current })
}
