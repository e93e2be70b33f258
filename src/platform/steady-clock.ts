/** Milliseconds since some moment, whatever becomes of the phone's clock: for waits within one visit. Twin: steady-clock.weapp.ts. */
export const steadyNow = (): number => performance.now()
