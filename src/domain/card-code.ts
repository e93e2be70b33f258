/** Card codes, both sides at once: for the server and tests. The app takes signing and checking from their own files. */
export * from './card-code-sign'
export * from './card-code-verify'
export type { Certified } from './card-code-format'
