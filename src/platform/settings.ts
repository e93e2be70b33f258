/** A browser has no page of ours for what was refused: the words of DENIED say where to look. Twin: settings.weapp.ts. */
export const canOpenSettings = false

/** Opens WeChat's page on which the member allows what was refused. Never throws. H5: nothing. */
export const openSettings = (): Promise<void> => Promise.resolve()

/** Asks whether to open that page; for a refusal that WeChat does not ask about a second time. H5: nothing, the error's words stand. */
export const offerSettings = (_what: 'album'): Promise<void> => Promise.resolve()
