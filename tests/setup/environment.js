const { TestEnvironment } = require('jest-environment-jsdom')

/**
 * jsdom with Node's own network and binary globals: jsdom has no fetch, its FormData and Blob cannot be sent by fetch, and its
 * byte arrays are of another realm than TextEncoder's (`instanceof Uint8Array` would be false).
 */
const FROM_NODE = [
  'TextEncoder', 'TextDecoder', 'fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'File', 'URL', 'URLSearchParams',
  'AbortController', 'AbortSignal', 'ReadableStream', 'TransformStream', 'WritableStream', 'structuredClone', 'Uint8Array', 'ArrayBuffer', 'crypto',
]

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    for (const name of FROM_NODE) {
      Object.defineProperty(this.global, name, { value: globalThis[name], configurable: true, writable: true })
    }
  }
}
