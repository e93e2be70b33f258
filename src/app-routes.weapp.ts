/** WeChat loads the pages itself; what it cannot load, navigation.ts says. */
export const meetPages = (): void => undefined
