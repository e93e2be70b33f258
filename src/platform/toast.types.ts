/** How long a line stands, ms. */
export const TOAST_MS = 2_000
