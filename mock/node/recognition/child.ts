// The process that reads: models and pictures live in its memory, not in the server's.
import { sniff } from '../../core/documents/sniff'
import type { PageText } from '../../partners/recognition'
import { decode } from './decode'
import type { Ask, Tell } from './messages'
import { readPage, readPdf } from './ocr'
import { openPdf } from './pdf'
import { loadModels } from './runtime'

const models = loadModels(() => process.send?.({ atWork: true } satisfies Tell))
models.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})

async function pageOf(bytes: Uint8Array): Promise<PageText | null> {
  if (sniff(bytes) === 'application/pdf') {
    const [first, ...more] = await openPdf(bytes)
    return first ? readPdf(await models, first, more) : null
  }
  const picture = await decode(bytes)
  return picture && readPage(await models, picture)
}

async function answer({ id, bytes }: Ask): Promise<Tell> {
  const rssMb = (): number => Math.round(process.memoryUsage.rss() / 1e6)
  try {
    return { id, page: await pageOf(bytes), rssMb: rssMb() }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error), rssMb: rssMb() }
  }
}

process.on('message', (ask: Ask) => void answer(ask).then((tell) => process.send?.(tell)))
// The server is gone, however it went.
process.on('disconnect', () => process.exit(0))
