import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { wordsOf } from '@/contract/errors'
import { bankTexts as t } from '@/packages/account/texts'
import { routes } from '@/routes'
import type { PageText } from '@mock/partners/recognition'
import { pageOf } from '@tests/builders/paper-text'
import { photo } from '@tests/builders/photo'
import { button, renderApp } from '@tests/setup/render-app'

const NUMBER = '6222020000000000000'
const card = (number = NUMBER): PageText => pageOf([{ text: '中国工商银行', x: 60, y: 60 }, { text: number, x: 60, y: 300 }])
const field = () => screen.findByRole('textbox', { name: t.number })

function choose(bytes: Uint8Array = photo('card'), name = '卡.jpg'): void {
  const input = document.querySelector('input[type=file]')
  if (!input) throw new Error('no file picker is open')
  Object.defineProperty(input, 'files', { value: [new File([Uint8Array.from(bytes)], name, { type: 'image/jpeg' })] })
  fireEvent.change(input)
}
async function shoot(...picture: Parameters<typeof choose>): Promise<void> {
  fireEvent.click(await button(t.photo))
  choose(...picture)
}

test('the number stands in the field, to be compared, and is bound as if typed', async () => {
  const app = await renderApp({ as: 'courier', at: routes.bankCard, reads: async () => card() })
  expect(await screen.findByText(t.photoPrivacy)).toBeVisible()
  await shoot()
  await waitFor(async () => expect(await field()).toHaveValue('6222 0200 0000 0000 000'))
  expect(await field()).toHaveAccessibleDescription(expect.stringContaining(t.photoRead))
  fireEvent.click(await button(t.bind))
  expect(await screen.findByText(t.boundTitle)).toBeVisible()
  expect(await app.backend.store.transact(async (tx) => (await tx.list('cardPhoto')).map(({ hash, state }) => [hash, state]))).toEqual([[null, 'DONE']])
})

test('a corrected digit is the member\'s own: no mark any more', async () => {
  await renderApp({ as: 'courier', at: routes.bankCard, reads: async () => card() })
  await shoot()
  await waitFor(async () => expect(await field()).toHaveValue('6222 0200 0000 0000 000'))
  await userEvent.type(await field(), '{Backspace}8')
  expect(await field()).not.toHaveAccessibleDescription(expect.stringContaining(t.photoRead))
})

test('what was typed meanwhile stays', async () => {
  let finish = (): void => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  await renderApp({ as: 'courier', at: routes.bankCard, reads: async () => (await held, card()) })
  await shoot()
  expect(await screen.findByText(t.photoReading)).toBeVisible()
  await userEvent.type(await field(), '6217')
  finish()
  await waitFor(() => expect(screen.queryByText(t.photoReading)).not.toBeInTheDocument())
  expect(await field()).toHaveValue('6217')
})

test('a photo without a number, and one that is no picture, say what to do', async () => {
  await renderApp({ as: 'courier', at: routes.bankCard, reads: async () => pageOf([]) })
  await shoot()
  expect(await screen.findByText(t.photoUnread)).toBeVisible()
  await shoot(new TextEncoder().encode('no picture'))
  expect(await screen.findByText(wordsOf('FILE_TYPE_UNSUPPORTED'))).toBeVisible()
  expect(await field()).toHaveValue('')
})

test('where nobody reads, nothing is offered', async () => {
  await renderApp({ as: 'courier', at: routes.bankCard })
  expect(await field()).toBeVisible()
  expect(screen.queryByText(t.photo)).not.toBeInTheDocument()
})
