/** `code` of a system error. Not by `instanceof Error`: in jest, Node's own errors come from another realm. */
export const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)
