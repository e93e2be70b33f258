import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { confirm } from '@/platform/dialogs'
import { go, switchTab } from '@/platform/navigation'
import { closeOverlays } from '@/platform/overlays'
import { showPictures } from '@/platform/pictures'
import { Button, Page, Sheet } from '@/ui'
import { __calls, __open } from '@tests/setup/taro'

/** A page with two sheets, one of which opens the other; the inner one may refuse to close. */
function TwoSheets({ onInner }: { onInner?: () => void }) {
  const [outer, setOuter] = useState(false)
  const [inner, setInner] = useState(false)
  return (
    <Page title="一页">
      <Button onPress={() => setOuter(true)}>打开</Button>
      <Sheet id="outer" open={outer} title="外面" onClose={() => setOuter(false)}>
        <Button onPress={() => setInner(true)}>再打开</Button>
        <Button onPress={() => void go('/pages/other/index')}>去别处</Button>
      </Sheet>
      <Sheet id="inner" open={inner} title="里面" onClose={onInner ?? (() => setInner(false))}>里面的话</Sheet>
    </Page>
  )
}

const back = (): void => act(() => history.back())
const turn = (): Promise<void> => act(() => new Promise<void>((resolve) => void setTimeout(resolve, 30)))
const sheets = (): string[] => screen.queryAllByRole('dialog').map((sheet) => sheet.getAttribute('aria-label') ?? '')
const opener = (): HTMLElement => screen.getByRole('button', { name: '打开' })

/** What the router would hear of the way back. */
const heard: number[] = []
const hear = (): void => void heard.push(history.state?.over ?? 0)
beforeEach(() => {
  __open('/pages/home/index')
  heard.length = 0
  window.addEventListener('popstate', hear)
})
afterEach(async () => {
  window.removeEventListener('popstate', hear)
  await closeOverlays()
  await turn()
})

async function openBoth(onInner?: () => void): Promise<void> {
  render(<TwoSheets onInner={onInner} />)
  await userEvent.click(opener())
  await userEvent.click(screen.getByRole('button', { name: '再打开' }))
  await turn()
  expect(sheets()).toEqual(['外面', '里面'])
}

test('the way back closes one after the other, gives the focus back, and no router hears of it', async () => {
  const before = history.length
  await openBoth()
  expect(history.length).toBe(before + 2)
  back()
  await waitFor(() => expect(sheets()).toEqual(['外面']))
  expect(screen.getByRole('button', { name: '再打开' })).toHaveFocus()
  back()
  await waitFor(() => expect(sheets()).toEqual([]))
  expect(opener()).toHaveFocus()
  expect(heard).toEqual([])
})

test('two entries back at once close both', async () => {
  await openBoth()
  act(() => history.go(-2))
  await waitFor(() => expect(sheets()).toEqual([]))
  await turn()
  expect(history.state?.over ?? 0).toBe(0)
  expect(heard).toEqual([])
})

test('closing by Escape takes the entry of the history away again', async () => {
  await openBoth()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(sheets()).toEqual(['外面']))
  await waitFor(() => expect(history.state?.over).toBe(1))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(history.state?.over ?? 0).toBe(0))
  expect(opener()).toHaveFocus()
  expect(heard).toEqual([])
})

test('one that may not be closed now stays, and the next way back asks again', async () => {
  const asked = jest.fn()
  await openBoth(asked)
  back()
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  await waitFor(() => expect(history.state?.over).toBe(2))
  back()
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  expect(sheets()).toEqual(['外面', '里面'])
})

test('going forward again into what was closed leads nowhere', async () => {
  await openBoth()
  act(() => history.go(-2))
  await waitFor(() => expect(sheets()).toEqual([]))
  await turn()
  act(() => history.forward())
  await turn()
  await waitFor(() => expect(history.state?.over ?? 0).toBe(0))
  expect(sheets()).toEqual([])
  expect(heard).toEqual([])
})

test('a link inside closes everything before the router is asked', async () => {
  render(<TwoSheets />)
  await userEvent.click(opener())
  await turn()
  expect(history.state?.over).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: '去别处' }))
  await waitFor(() => expect(__calls('navigateTo')).toHaveLength(1))
  expect(sheets()).toEqual([])
  expect(history.state?.over ?? 0).toBe(0)
})

test('a question over a picture: each way back answers the top one; Tab stays inside', async () => {
  render(<TwoSheets />)
  act(() => opener().focus())
  act(() => showPictures(['data:,']))
  const answer = confirm({ title: '确定吗？' })
  await turn()
  const inside = screen.getByRole('alertdialog')
  for (let tabs = 0; tabs < 4; tabs += 1) {
    await userEvent.tab()
    expect(inside).toContainElement(document.activeElement as HTMLElement)
  }
  back()
  expect(await answer).toBe(false)
  await turn()
  expect(screen.getByRole('dialog', { name: '查看图片' })).toHaveFocus()
  back()
  await waitFor(() => expect(sheets()).toEqual([]))
  expect(opener()).toHaveFocus()
})

test('a second tap opens nothing twice', async () => {
  const first = confirm({ title: '退出吗？' })
  expect(await confirm({ title: '退出吗？' })).toBe(false)
  expect(screen.getAllByRole('alertdialog')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  expect(await first).toBe(true)
  act(() => (showPictures(['data:,']), showPictures(['data:,'])))
  expect(sheets()).toEqual(['查看图片'])
})

test('another page closes what is open, also by a tab', async () => {
  await openBoth()
  await act(() => switchTab('/pages/home/index'))
  expect(sheets()).toEqual([])
  expect(history.state?.over ?? 0).toBe(0)
})
