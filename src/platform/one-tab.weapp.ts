/** A mini-program runs once. Twin: one-tab.ts. */
export const oneTabAtATime = <T>(_name: string, work: () => Promise<T>): Promise<T> => work()
