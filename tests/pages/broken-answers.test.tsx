import { garbled, garbles } from '@tests/builders/examples'
import { asksOf, forgetAnswers, openDays, openPage, pageNames, readable, rowOf, whole } from './answers-kit'

/** Whatever comes in place of an answer, on every page: words stand there, and the next start with a healthy server works. */

beforeAll(openDays, 60_000)

test('every page is in the table', () => {
  expect(pageNames.filter((page) => rowOf(page) === undefined)).toEqual([])
})

test.each(pageNames)('%s', async (page) => {
  const { app, at, title } = await openPage(page)
  for (const [turn, name] of (await asksOf(app)).entries()) {
    for (const how of garbles) {
      forgetAnswers()
      app.server.garble(name, (answer) => garbled(name, answer, how, turn + page.length))
      await app.relaunch(at)
      await readable()
    }
    // Long enough for a poisoned answer to be kept.
    await new Promise((resolve) => setTimeout(resolve, 60))
    app.server.mend()
    await app.relaunch(at)
    await whole(title)
  }
}, 60_000)
