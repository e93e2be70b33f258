import fs from 'node:fs'
import path from 'node:path'
import type { EndpointName } from '@/contract/endpoints'
import { routes } from '@/contract/routes'

/** Calls that change something and do not go through `act` of src/api, and why a lost answer is no riddle there. */
const besides: Partial<Record<EndpointName, string>> = {
  endSession: 'kept until the server has heard it (api/sign-outs)',
  refreshSession: 'the same token is answered the same pair',
  updatePreferences: 'the device has it already; told as it goes',
  registerDevice: 'asked by itself, the same key each time',
  readMessage: 'told by itself, again the next time',
  openGiftVisit: 'asked by itself, as long as the page stands',
  submitScan: 'the outbox, with one key', submitEntry: 'the outbox, with one key',
  registerDocument: 'the outbox: the server knows the file again', uploadDocument: 'the outbox: named by its hash', removeDocument: 'the outbox: gone is gone',
  openUpload: 'says how far it has come', sendUploadPart: 'at an offset that is asked for',
  sendCardPhoto: 'a photo to be read, nothing that stands', sendNameDocument: 'asking for the name again begins anew',
  openTesterSession: 'testers', decideTask: 'testers, with a key',
}

const root = path.resolve(__dirname, '../../src')
const sources = (fs.readdirSync(root, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file))
const isWriting = (name: string): name is EndpointName => name in routes && routes[name as EndpointName][0] !== 'GET' && routes[name as EndpointName][2] !== 'tester'

/** Every name of an endpoint that is handed to a call which sends without asking again. */
const sent = sources.flatMap((file) => {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(/(?<![\w.])(?:call|send|whole|pathOf)(?:<[^>]*>)?\(\s*'(\w+)'/g)].flatMap(([, name = '']) => (isWriting(name) ? [{ file, name }] : []))
})

test('a call that changes something goes through `act`, or says here why not', () => {
  expect(sent.filter(({ name }) => !(name in besides))).toEqual([])
})

/** Without comments and imports. */
const codeOf = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|^import .*$/gm, '')

test('and `call` is handed to nothing that hides the name', () => {
  const callers = sources.filter((file) => /import \{[^}]*\bcall\b[^}]*\} from '(?:\.|@\/api)\/call'/.test(fs.readFileSync(path.join(root, file), 'utf8')))
  expect(callers.length).toBeGreaterThan(20)
  expect(callers.filter((file) => /(?<![\w.])call(?!\(\s*')\b/.test(codeOf(file)))).toEqual(['api/act.ts'])
})

test('no reason is left over', () => {
  const names = new Set<string>(sent.map(({ name }) => name))
  expect(Object.keys(besides).filter((name) => !names.has(name))).toEqual([])
})
