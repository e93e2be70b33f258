// The process that reads: models and pictures live in its memory, not in the server's.
import { decode } from './decode'
import type { Ask, Tell } from './messages'
import { readPage } from './ocr'
import { loadModels } from './runtime'

const models = loadModels()
models.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})

async function answer({ id, bytes }: Ask): Promise<Tell> {
  const rssMb = (): number => Math.round(process.memoryUsage.rss() / 1e6)
  try {
    const picture = await decode(bytes)
    const page = picture && (await readPage(await models, picture))
    return { id, page, rssMb: rssMb() }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error), rssMb: rssMb() }
  }
}

process.on('message', (ask: Ask) => void answer(ask).then((tell) => process.send?.(tell)))
// The server is gone, however it went.
process.on('disconnect', () => process.exit(0))
