/** How long the server is asked whether it has another version, ms. */
const PATIENCE_MS = 5_000
const RELOADED = 'zsb:reloaded'

/**
 * For code that did not come. Where the server has another version, and no longer this one's code, the app loads anew, once for each version, at the
 * address that was wanted; what was typed is kept (drafts). Resolves where that is not so, or where nothing could be kept. Twin: new-version.weapp.ts.
 */
export async function takeNewVersion(): Promise<void> {
  const html = await Promise.race([fetch('/', { cache: 'no-store' }).then((answer) => answer.text()).catch(() => ''), new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, ''))])
  const [script] = /\/js\/app\.\w+\.js/.exec(html) ?? []
  if (!script || document.querySelector(`script[src="${script}"]`) || !isFirst(script)) return
  location.reload()
  await new Promise(() => undefined)
}

/** Remembers it. A browser that remembers nothing keeps nothing typed either. */
function isFirst(script: string): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) === script) return false
    sessionStorage.setItem(RELOADED, script)
    return true
  } catch {
    return false
  }
}
