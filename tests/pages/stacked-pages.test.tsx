import Taro from '@tarojs/taro'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { texts } from '@/packages/claim/texts'
import { focusNow, takeUp } from '@/platform/focus'
import { routes } from '@/routes'
import { Button, ErrorSummary, Field, kinds, Page } from '@/ui'
import { onPage, openClaim, press } from '@tests/builders/claim-app'

/** Pages stay mounted below the one on the screen. */
const idsTwice = (): string[] => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return ids.filter((id, at) => ids.indexOf(id) !== at)
}
/** Ids that are named and not there, and those that lead out of their page. */
const astray = (): string[] =>
  [...document.querySelectorAll('[aria-describedby]')].flatMap((element) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => !element.closest('[role="main"]')?.contains(document.getElementById(id))))

test.each([
  [texts.check.stay, texts.stay.title, texts.stay.hospital],
  [texts.check.amounts, texts.amounts.title, texts.amounts.total],
])('核对 → 修改 %s: no id twice, and the error lines and labels lead to the page on the screen', async (part, title, field) => {
  await openClaim(routes.claimCheck)
  await press(texts.check.submit)
  await screen.findByRole('alert')
  await press(`${texts.check.edit} ${part}`)
  await onPage(title)
  const input = await screen.findByLabelText(field)
  await userEvent.clear(input)
  await press(texts.saveAndReturn)
  const summary = await screen.findByRole('alert')
  expect(idsTwice()).toEqual([])
  expect(astray()).toEqual([])
  await waitFor(() => expect(summary).toHaveFocus())
  const [line] = [...summary.querySelectorAll<HTMLElement>('[role="link"]')]
  if (line) await userEvent.click(line)
  await waitFor(() => expect(screen.getByLabelText(field)).toHaveFocus())
})

/** A form of which one of two problems can be solved. */
function Form() {
  const [values, setValues] = useState({ a: '', b: '' })
  const [tried, setTried] = useState(false)
  const problems = tried ? (['a', 'b'] as const).filter((id) => !values[id]).map((fieldId) => ({ fieldId, message: `请填写${fieldId}` })) : []
  return (
    <Page title="表单" footer={<Button onPress={() => setTried(true)}>提交</Button>}>
      <ErrorSummary problems={problems} />
      {(['a', 'b'] as const).map((id) => <Field key={id} kind={kinds.name} id={id} label={id} value={values[id]} onChange={(text) => setValues((now) => ({ ...now, [id]: text }))} />)}
    </Page>
  )
}

test('the error summary takes the focus after each submission, and never while the member types', async () => {
  render(<Form />)
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus())
  await userEvent.click(screen.getByLabelText('a'))
  await userEvent.keyboard('x')
  await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 80)))
  expect(screen.getByLabelText('a')).toHaveFocus()
  // The same list, submitted again.
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus())
})

test('a page that comes has its title on the document and the focus on its heading', async () => {
  render(<Page title="一页">内容</Page>)
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  expect(document.title).toBe('一页')
})

/** 获取验证码 becomes a countdown under the finger. */
function Code() {
  const [sent, setSent] = useState(false)
  return <Page title="登录"><Field kind={kinds.name} id="code" label="验证码" value="" onChange={() => undefined} extra={sent ? <>60 秒</> : <Button kind="text" onPress={() => setSent(true)}>获取验证码</Button>} /></Page>
}

test('what goes away under the focus hands it to its neighbour', async () => {
  render(<Code />)
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  await userEvent.click(screen.getByRole('button', { name: '获取验证码' }))
  await waitFor(() => expect(screen.getByLabelText('验证码')).toHaveFocus())
})

test('what took the focus for an element before does not lead it back there from elsewhere', () => {
  jest.useFakeTimers()
  render(<><input aria-label="一" /><input aria-label="二" /></>)
  takeUp(screen.getByLabelText('一'))
  screen.getByLabelText('二').focus()
  screen.getByLabelText('二').blur()
  jest.runAllTimers()
  expect(focusNow()).toBeNull()
  jest.useRealTimers()
})

test('what can take the focus only once it has drawn itself has it then', () => {
  jest.useFakeTimers()
  render(<input aria-label="晚" disabled />)
  const late = screen.getByLabelText<HTMLInputElement>('晚')
  takeUp(late)
  jest.advanceTimersByTime(200)
  expect(focusNow()).toBeNull()
  late.disabled = false
  jest.advanceTimersByTime(200)
  expect(late).toHaveFocus()
  jest.useRealTimers()
})

test('a refusal that is asked again as its page comes back stays under the finger until there is another answer', async () => {
  await openClaim(routes.claimReceipt)
  const resume = await screen.findByRole('button', { name: texts.detail.resume })
  await act(async () => void (await Taro.navigateTo({ url: routes.about })))
  const asked = jest.spyOn(Taro, 'request')
  await act(async () => void (await Taro.navigateBack()))
  await waitFor(() => expect(asked).toHaveBeenCalled())
  await screen.findByRole('button', { name: texts.detail.resume })
  expect(resume).toBeVisible()
  asked.mockRestore()
})
