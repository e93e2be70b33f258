/** What Taro's router loads a page by. */
export interface PageRoute {
  path: string
  load(context: unknown, params: unknown): [page: Promise<unknown>, ...rest: unknown[]]
}

/** A page whose code did not come is asked for a newer version so long, ms. */
const PATIENCE_MS = 5_000
const RELOADED = 'zsb:reloaded'

/**
 * A page whose code cannot be loaded becomes `Missing`, under its own address and in its place of the stack: left alone, Taro's router
 * changes the address, shows nothing, and is one page behind from then on. H5 only; the mini-program says it by itself (navigation.ts).
 */
export function guardPages(routes: PageRoute[], missing: unknown): void {
  for (const route of routes) {
    const { load } = route
    route.load = (context, params) => {
      const [page, ...rest] = load(context, params)
      return [page.catch(() => newVersion().then(() => ({ default: missing }))), ...rest]
    }
  }
}

/**
 * The server has another version and no longer this page's code: the app loads anew, once for each version, at the address that was wanted;
 * what was typed is kept (drafts). Resolves where that is not so.
 */
async function newVersion(): Promise<void> {
  const html = await Promise.race([fetch('/', { cache: 'no-store' }).then((answer) => answer.text()).catch(() => ''), new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, ''))])
  const [script] = /\/js\/app\.\w+\.js/.exec(html) ?? []
  if (!script || document.querySelector(`script[src="${script}"]`) || sessionStorage.getItem(RELOADED) === script) return
  sessionStorage.setItem(RELOADED, script)
  location.reload()
  await new Promise(() => undefined)
}
