/** How much larger than standard the member has set the letters of WeChat: 1 is standard, its care mode is 1.4. A browser does not tell: 1. */
export const fontScale = (): number => 1
