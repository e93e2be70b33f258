/** The tab bar is WeChat's own, with its own reader and sizes: nothing to do. Twin: tab-look.ts. */
export const dressTabs = (_elder: boolean): (() => void) => () => undefined
