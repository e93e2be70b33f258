// Stands in for the process that reads: does what the first byte of the picture says.
import type { Ask, Tell } from '@mock/node/recognition/messages'

const page = (text: string) => ({ width: 1, height: 1, legible: true, lines: [], codes: [text] })
const tell = (answer: Tell): void => void process.send?.(answer)
let asked = 0

process.on('message', ({ id, bytes }: Ask) => {
  asked += 1
  const rssMb = 100
  switch (String.fromCharCode(bytes[0] ?? 0)) {
    case 'd': return process.exit(1)
    // Dies only in a process that has read before: the second try finds a fresh one.
    case 'o': return asked > 1 ? process.exit(1) : tell({ id, page: page(`${process.pid}`), rssMb })
    case 'h': return
    // Five seconds of work, as on a busy machine.
    case 's': {
      const work = setInterval(() => tell({ atWork: true }), 200)
      return void setTimeout(() => (clearInterval(work), tell({ id, page: page(`${process.pid}`), rssMb })), 5000)
    }
    case 'b': return tell({ id, error: 'not a picture', rssMb })
    case 'g': return tell({ id, page: page(`${process.pid}`), rssMb: 850 })
    default: return tell({ id, page: page(`${process.pid}`), rssMb })
  }
})
process.on('disconnect', () => process.exit(0))
