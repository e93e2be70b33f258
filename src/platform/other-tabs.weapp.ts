/** A mini-program runs once. Twin: other-tabs.ts. */
export const onOtherTab = (_key: string, _fn: () => void): (() => void) => () => undefined
