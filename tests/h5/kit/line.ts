import net from 'node:net'

/** The line between a phone and the server, which a test can cut in the middle of a request. */
export interface Line {
  base: string
  /** Lets so many more bytes of the phone through, then cuts everything and takes no more calls. Resolves when it is cut. */
  cutAfter(bytes: number): Promise<void>
  /** Cuts everything at once and takes no more calls. */
  cut(): void
  mend(): void
  /** Decides about each request from now on, by its path; without one all pass. */
  meet(fate?: (path: string) => Fate): void
  /** What the phone has asked for, in its order; `bytes` of its body. */
  asked: { path: string; bytes: number }[]
  close(): Promise<void>
}

/** `portal`: a Wi-Fi that wants a login first answers in place of the server, whatever was asked for. */
export type Fate = 'passes' | 'portal' | 'cut'

/** What stands on every page of the portal. */
export const PORTAL = 'WELCOME-TO-FREE-WIFI'
const PAGE = `<!DOCTYPE html><html><head><title>${PORTAL}</title></head><body><h1>${PORTAL}</h1></body></html>`
const ANSWER = `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${PAGE.length}\r\ncache-control: no-store\r\n\r\n${PAGE}`
const REQUEST = /^[A-Z]+ (\S+) HTTP\/1\.1\r\n/

export async function lineTo(base: string): Promise<Line> {
  const target = Number(new URL(base).port)
  const sockets = new Set<net.Socket>()
  let left = Infinity
  let onCut = (): void => undefined
  let fateOf = (_path: string): Fate => 'passes'
  const asked: Line['asked'] = []

  const cut = (): void => {
    sockets.forEach((socket) => socket.destroy())
    onCut()
  }
  const server = net.createServer((phone) => {
    if (left <= 0) return void phone.destroy()
    const home = net.connect(target, '127.0.0.1')
    for (const [from, to] of [[phone, home], [home, phone]] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy()).on('close', () => (sockets.delete(from), to.destroy()))
    }
    home.pipe(phone)
    let now: Fate = 'passes'
    phone.on('data', (chunk) => {
      const head = chunk.subarray(0, 4096).toString('latin1')
      const [, path] = REQUEST.exec(head) ?? []
      if (path !== undefined) {
        asked.push({ path, bytes: Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0) })
        now = fateOf(path)
        if (now === 'portal') phone.write(ANSWER)
      }
      // The rest of a request shares its fate.
      if (now === 'cut') return void phone.destroy()
      if (now === 'portal') return
      home.write(chunk.subarray(0, left))
      left -= chunk.length
      if (left <= 0) cut()
    })
    // A server that is not there takes no call, and not a byte comes to it.
    phone.pause()
    home.once('connect', () => phone.resume())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A line that a failed test has forgotten must not keep the run alive.
  server.unref()
  const { port } = server.address() as net.AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    cutAfter: (bytes) => {
      left = bytes
      return new Promise((resolve) => (onCut = resolve))
    },
    cut: () => {
      left = 0
      cut()
    },
    mend: () => void (left = Infinity),
    meet: (fate = () => 'passes') => void (fateOf = fate),
    asked,
    close: () => new Promise((resolve) => (sockets.forEach((socket) => socket.destroy()), server.close(() => resolve()))),
  }
}
