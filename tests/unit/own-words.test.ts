import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
/** What members read is written in these; READMEs may speak of the words that are not to be used. */
const READ = /\.(?:tsx?|json|html)$/
/** Words of commercial insurance. 参保费 is the scheme's own word for what a member pays (R). */
const INSURANCE = /保单|投保|理赔|(?<!参)保费/g

const filesOf = (room: string): string[] => fs.readdirSync(path.join(root, room), { encoding: 'utf8', recursive: true }).filter((file) => READ.test(file)).map((file) => path.join(root, room, file))
const insuranceWords = (text: string): string[] => text.match(INSURANCE) ?? []

test.each(['src', 'mock'])('%s speaks of mutual aid, never in the words of insurance', (room) => {
  const files = filesOf(room)
  expect(files.length).toBeGreaterThan(250)
  expect(files.flatMap((file) => insuranceWords(fs.readFileSync(file, 'utf8')).map((word) => `${path.relative(root, file)}: ${word}`))).toEqual([])
})

test.each([
  ['保费 50 元', ['保费']],
  ['参保费 50 元，理赔另议', ['理赔']],
  ['投保人的保单', ['投保', '保单']],
  ['参保、申领、互助金', []],
])('%s: %j', (text, found) => {
  expect(insuranceWords(text)).toEqual(found)
})
