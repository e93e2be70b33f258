// The bridge of a page in Chromium: calls over the local server. The jsdom engine puts its own in place.
import type { Bridge } from '../protocol'

const post = (path: string, body: string, signal?: AbortSignal): Promise<Response> => fetch(path, { method: 'POST', body, signal })

async function readLines(response: Response, onEvent: (event: string) => void): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let pending = ''; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    const lines = (pending + value).split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('r')) return line.slice(1)
      onEvent(line.slice(1))
    }
  }
  throw new Error('connection to the host lost')
}

export const httpBridge: Bridge = {
  call: async (name, args) => (await post(`/__call/${name}`, args)).text(),
  callSync(name, args) {
    const request = new XMLHttpRequest()
    request.open('POST', `/__sync/${name}`, false)
    request.send(args)
    return request.responseText
  },
  stream(name, args, onEvent) {
    const controller = new AbortController()
    const reply = post(`/__stream/${name}`, args, controller.signal)
      .then((response) => readLines(response, onEvent))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return JSON.stringify({ ok: false, message: 'abort' })
        throw error
      })
    return { reply, abort: () => controller.abort() }
  },
}
