import { takeNewVersion } from './new-version'

/** What Taro's router loads a page by. */
export interface PageRoute {
  path: string
  load(context: { pathname: string }, params: unknown): [page: Promise<unknown>, ...rest: unknown[]]
}

/**
 * A page whose code cannot be loaded becomes `Missing`, under its own address and in its place of the stack: left alone, Taro's router
 * changes the address, shows nothing, and is one page behind from then on. One whose address has been left while its code was on its way is not shown
 * any more: the router would put it under the address of another. H5 only; the mini-program says it by itself (navigation.ts).
 */
export function guardPages(routes: PageRoute[], missing: unknown): void {
  for (const route of routes) {
    const { load } = route
    route.load = (context, params) => {
      const [page, ...rest] = load(context, params)
      const isWanted = (): boolean => location.pathname === context.pathname
      const found = page.catch(async () => {
        if (isWanted()) await takeNewVersion()
        return { default: missing }
      })
      return [found.then((code) => (isWanted() ? code : undefined)), ...rest]
    }
  }
}
