export type Shared = 'shared' | 'copied' | 'cancelled' | 'unsupported'

/** See share.ts. */
export const shareLink = (_link: { title: string; url: string }): Promise<Shared> => Promise.resolve('unsupported')
