/** What takes WeChat's way back while something lies over the page. A browser has its history. Twin: back-guard.weapp.tsx. */
export const BackGuard = (_page: { page: string }): null => null
