export type AppCopy = 'here' | 'unsupported' | 'incomplete'

/** Whoever asks runs in the package that has to be there, and WeChat keeps it. */
export const appCopy = (): Promise<AppCopy> => Promise.resolve('here')
