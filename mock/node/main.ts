import { handlers, resume, tick } from '../handlers'
import { seed } from '../seed/seed'
import { boot, TEST_SMS_CODE } from './boot'
import { BadSetting, readSettings } from './settings'

const log = (line: string): void => console.error(line)

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const server = await boot(settings, { handlers, resume, seed, tick }, log)
  // Ctrl-C comes twice, from the terminal and from npm start: the second one must not cut what the first lets end.
  let closing: Promise<void> | undefined
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void (closing ??= server.close().then(() => process.exit(0))))
  }
  if (settings.testMode) console.log(`test mode: SMS code ${TEST_SMS_CODE}, wx.login codes test:<personaId>`)
  console.log(`ready http://127.0.0.1:${server.port}`)
}

main().catch((error: unknown) => {
  log(error instanceof BadSetting ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
})
