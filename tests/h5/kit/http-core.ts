import type { Core } from '@mock/core'

/** A backend at an address, called like the core in memory: the builders make their states through real HTTP. */
export const httpCore = (base: string): Core => ({
  async handle({ method, path, query, headers, text, bytes: part }) {
    const search = new URLSearchParams(query).toString()
    const answer = await fetch(`${base}${path}${search ? `?${search}` : ''}`, { method, headers, body: part ? new Blob([Uint8Array.from(part)]) : text })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isFile = bytes.length > 0 && !answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: isFile ? '' : new TextDecoder().decode(bytes), ...(isFile ? { bytes } : {}) }
  },
})
