// npm start: installs what is missing, builds H5, serves app and API on one port, in test mode.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt, ensureInstalled, fail, inRoot, requireNode, root } from './lib.mjs'

const port = Number(process.env.PORT ?? 8788)
const host = process.env.HOST ?? '127.0.0.1'
const data = path.resolve(root, process.env.DATA_DIR ?? '.data')

requireNode()
if (!Number.isInteger(port) || port < 1 || port > 65535) fail(`PORT must be a number from 1 to 65535, not «${process.env.PORT}».`)
await checkPort()
checkFolder()
ensureInstalled()
await ensureBuilt('h5')

const child = spawn(process.execPath, ['--import', 'tsx', 'mock/node/main.ts'], {
  cwd: root,
  env: { ...process.env, PORT: String(port), HOST: host, DATA_DIR: data, WEB_DIR: inRoot('dist/h5'), TEST_MODE: process.env.TEST_MODE ?? '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let told = false
child.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text)
  if (told || !/\bready\b/.test(text)) return
  told = true
  void introduce()
})
let stopping = false
child.on('exit', (code) => process.exit(code ?? (stopping ? 0 : 1)))
// Ctrl-C reaches the server by itself; a signal to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopping = child.kill(signal)))

function checkPort() {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (error) => fail(error.code === 'EADDRINUSE' ? `port ${port} is taken. Stop what runs there, or choose another: PORT=8790 npm start` : `port ${port} cannot be opened: ${error.message}`))
    probe.once('listening', () => probe.close(resolve))
    probe.listen(port, host)
  })
}

function checkFolder() {
  try {
    make(data)
    const probe = path.join(data, `.probe-${process.pid}`)
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch (error) {
    fail(`the data folder ${data} cannot be written (${error.code}). Choose another: DATA_DIR=/path npm start`)
  }
}

/** Level by level: Node's own recursive mkdir never returns where the system refuses with ENOENT (/proc). */
function make(folder) {
  if (fs.existsSync(folder)) return
  make(path.dirname(folder))
  fs.mkdirSync(folder)
}

async function introduce() {
  const base = `http://127.0.0.1:${port}`
  const answer = await fetch(`${base}/api/v1/test/personas`).then((r) => (r.ok ? r.json() : null)).catch(() => null)
  const lan = Object.values(os.networkInterfaces()).flat().find((address) => address?.family === 'IPv4' && !address.internal)?.address
  console.log(`\n掌上办  ${base}   (API ${base}/api/v1, docs ${base}/api/docs)`)
  if (answer) {
    console.log(`\nTest accounts (sign-in page → 测试账号, or phone + code ${answer.items[0]?.smsCode}):`)
    for (const { phone, personaId, nameZh, goodForZh } of answer.items) console.log(`  ${phone}  ${personaId.padEnd(15)} ${nameZh}  ${goodForZh}`)
  }
  console.log('\nMini-program: npm run build:weapp, then open this folder in WeChat DevTools (tourist appid).')
  console.log(`On a phone in the same network: HOST=0.0.0.0 npm start, then http://${lan ?? '<this computer>'}:${port}`)
  console.log('Ctrl-C stops everything.\n')
}
