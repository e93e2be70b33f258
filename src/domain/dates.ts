/** The one door to everything about days and moments: arithmetic, the dates of the scheme, workdays. */
export * from './local-date'
export * from './scheme-dates'
export * from './workdays'
