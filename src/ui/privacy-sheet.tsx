/** WeChat's privacy question as a sheet of ours, in every page. A browser never asks. */
export const PrivacySheet = (): null => null
