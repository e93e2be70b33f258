/** WeChat keeps the mini-program whole, and takes a newer one at its next start. */
export const takeNewVersion = (): Promise<void> => Promise.resolve()
