import { AbortController, AbortSignal } from 'abortcontroller-polyfill/dist/cjs-ponyfill'

// WeChat's logic layer has no AbortController and TanStack Query calls `new AbortController()` as a bare name, so it has
// to become a true global. The package's own polyfill looks for `self`, which WeChat defines as undefined.
const scope: Record<string, unknown> = typeof globalThis === 'object' ? globalThis : global
scope.AbortController ??= AbortController
scope.AbortSignal ??= AbortSignal
