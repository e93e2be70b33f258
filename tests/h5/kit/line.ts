import net from 'node:net'

/** The line between a phone and the server, which a test can cut in the middle of a request. */
export interface Line {
  base: string
  /** Lets so many more bytes of the phone through, then cuts everything and takes no more calls. Resolves when it is cut. */
  cutAfter(bytes: number): Promise<void>
  /** Cuts everything at once and takes no more calls. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function lineTo(base: string): Promise<Line> {
  const target = Number(new URL(base).port)
  const sockets = new Set<net.Socket>()
  let left = Infinity
  let onCut = (): void => undefined

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
    phone.on('data', (chunk) => {
      home.write(chunk.subarray(0, left))
      left -= chunk.length
      if (left <= 0) cut()
    })
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
    close: () => new Promise((resolve) => (sockets.forEach((socket) => socket.destroy()), server.close(() => resolve()))),
  }
}
