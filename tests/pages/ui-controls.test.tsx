import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { Button, Card, Cell, Check, Choice, Entries, FileTile, Notice, Page, Sheet, SwitchRow } from '@/ui'

test.each(['{Enter}', ' '])('Button is reached by Tab and pressed by «%s»', async (key) => {
  const press = jest.fn()
  render(<Button onPress={press}>提交</Button>)
  await userEvent.tab()
  expect(screen.getByRole('button', { name: '提交' })).toHaveFocus()
  await userEvent.keyboard(key)
  expect(press).toHaveBeenCalledTimes(1)
})

test('a key on an inner control does not press the outer one', async () => {
  const outer = jest.fn()
  const inner = jest.fn()
  render(<Card title="外" onPress={outer}><Button onPress={inner}>内</Button></Card>)
  screen.getByRole('button', { name: '内' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(inner).toHaveBeenCalledTimes(1)
  expect(outer).not.toHaveBeenCalled()
})

test('loading keeps the label and the focus, announces, and ignores presses', async () => {
  const press = jest.fn()
  render(<Button loading onPress={press}>提交</Button>)
  const button = screen.getByRole('button', { name: '提交，处理中' })
  await userEvent.click(button)
  expect(press).not.toHaveBeenCalled()
  expect(button).toHaveTextContent('提交')
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-busy', 'true')
})

test('disabled says why, to the eye and to the reader', async () => {
  const press = jest.fn()
  render(<Button id="go" disabled disabledReason="请先勾选同意" onPress={press}>确认领取</Button>)
  const button = screen.getByRole('button', { name: '确认领取' })
  await userEvent.click(button)
  expect(press).not.toHaveBeenCalled()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(button).toHaveAccessibleDescription('请先勾选同意')
})

test('Check starts unticked and toggles by tap and by Space', async () => {
  const Form = () => {
    const [on, set] = useState(false)
    return <Check id="c" label="我同意" checked={on} onChange={set} error="请先同意" />
  }
  render(<Form />)
  const box = screen.getByRole('checkbox', { name: '我同意' })
  expect(box).not.toBeChecked()
  expect(box).toHaveAccessibleDescription('错误： 请先同意')
  await userEvent.click(box)
  expect(box).toBeChecked()
  await userEvent.keyboard(' ')
  expect(box).not.toBeChecked()
})

test('Choice shows what is usual first, and all of it on demand or where another one is chosen', async () => {
  const change = jest.fn()
  const options = [{ value: 'card', label: '身份证' }, { value: 'pass', label: '护照' }]
  const choice = (value?: string) => <Choice<string> id="q" label="证件" options={options} usual={{ count: 1, more: '其他证件' }} value={value} onChange={change} />
  const { rerender } = render(choice())
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  rerender(choice('pass'))
  expect(screen.getByRole('radio', { name: '护照' })).toHaveAttribute('aria-checked', 'true')
  expect(screen.queryByRole('button', { name: '其他证件' })).toBeNull()
  rerender(choice('card'))
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: '其他证件' }))
  await userEvent.click(screen.getByRole('radio', { name: '护照' }))
  expect(change).toHaveBeenCalledWith('pass')
})

test('Choice reports the value chosen', async () => {
  const change = jest.fn()
  render(<Choice id="q" label="原因" options={[{ value: 'a', label: '疾病' }, { value: 'b', label: '意外', detail: '跌伤' }]} value="a" onChange={change} />)
  expect(screen.getByRole('radiogroup', { name: '原因' })).toBeVisible()
  expect(screen.getByRole('radio', { name: '疾病' })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: '意外，跌伤' }))
  expect(change).toHaveBeenCalledWith('b')
})

test('Sheet takes the focus, keeps Tab inside, closes on Escape and gives the focus back', async () => {
  const Host = () => {
    const [open, set] = useState(false)
    return (
      <>
        <Button onPress={() => set(true)}>条款</Button>
        <Sheet id="s" open={open} title="示例条款" onClose={() => set(false)} footer={<Button onPress={() => set(false)}>知道了</Button>}>正文</Sheet>
      </>
    )
  }
  render(<Host />)
  await userEvent.click(screen.getByRole('button', { name: '条款' }))
  expect(screen.getByRole('dialog', { name: '示例条款' })).toHaveFocus()
  // What scrolls is a stop as well: the arrows scroll it then.
  for (const [role, name] of [['button', '关闭'], ['region', '示例条款'], ['button', '知道了'], ['button', '关闭']] as const) {
    await userEvent.tab()
    expect(screen.getByRole(role, { name })).toHaveFocus()
  }
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: '条款' })).toHaveFocus()
})

test.each([
  ['Button', (act: () => unknown) => <Button onPress={act}>提交</Button>],
  ['Cell', (act: () => unknown) => <Cell title="提交" onPress={act} />],
  ['Card', (act: () => unknown) => <Card title="提交" onPress={act}>一</Card>],
  ['Notice', (act: () => unknown) => <Notice action={{ label: '提交', onPress: act }}>一</Notice>],
  ['SwitchRow', (act: () => unknown) => <SwitchRow label="提交" checked={false} onChange={act} />],
  ['Entries', (act: () => unknown) => <Entries items={[{ icon: 'gift', label: '提交', onPress: act }]} />],
  ['Page', (act: () => unknown) => <Page title="页" onBack={act}>一</Page>],
  ['FileTile', (act: () => unknown) => <FileTile name="提交" state={{ kind: 'received' }} onOpen={act} />],
])('%s: a second tap before the first has settled does nothing, and it says that it is at work', async (_name, draw) => {
  let settle = (): void => undefined
  const act = jest.fn(() => new Promise<void>((resolve) => (settle = resolve)))
  render(draw(act))
  const [target] = screen.queryAllByRole('switch').concat(screen.queryAllByRole('button'))
  if (!target) throw new Error('nothing acts')
  fireEvent.click(target)
  fireEvent.click(target)
  expect(act).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]') ?? document.querySelector('.z-page-back, .z-entry, .z-file-thumb')).not.toBeNull())
  settle()
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull())
  fireEvent.click(target)
  expect(act).toHaveBeenCalledTimes(2)
})
