/** Waits for what no words on the screen tell. @throws Error with `what` and the last `look` when it does not come */
export async function until(what: string, look: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`not met: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
