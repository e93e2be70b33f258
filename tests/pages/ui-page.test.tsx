import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ElderModeContext, Page, type PageQuery } from '@/ui'

const AT = Date.parse('2026-11-23T10:00:00+08:00')
const query = (change: Partial<PageQuery<string[]>> = {}): PageQuery<string[]> => ({ data: undefined, error: null, isPending: false, isFetching: false, fetchStatus: 'idle', refetch: jest.fn(), dataUpdatedAt: AT, ...change })

function show(change: Partial<PageQuery<string[]>>) {
  const q = query(change)
  render(
    <Page title="申领" query={q} isEmpty={(list) => list.length === 0} empty={{ title: '还没有申领' }} footer={(list) => `共${list.length}条`}>
      {(list) => list.join()}
    </Page>,
  )
  return q
}

test('loading: says so once, shows neither content nor footer', () => {
  show({ isPending: true, isFetching: true, fetchStatus: 'fetching' })
  expect(screen.getByRole('status')).toHaveTextContent('加载中')
  expect(screen.queryByText(/共/)).toBeNull()
})

test('data: content, footer, heading', () => {
  show({ data: ['一', '二'] })
  expect(screen.getByRole('heading', { level: 1, name: '申领' })).toBeVisible()
  expect(screen.getByRole('main')).toHaveTextContent('一,二')
  expect(screen.getByText('共2条')).toBeVisible()
})

test('empty answer: the words for empty, no footer', () => {
  show({ data: [] })
  expect(screen.getByText('还没有申领')).toBeVisible()
  expect(screen.queryByText('共0条')).toBeNull()
})

test('error: the words written for members, the number to quote, and 重试', async () => {
  const q = show({ error: Object.assign(new Error('该计划暂停办理。'), { requestId: 'r-1' }) })
  expect(screen.getByText('该计划暂停办理。')).toBeVisible()
  expect(screen.getByText('查询号 r-1')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(q.refetch).toHaveBeenCalledTimes(1)
})

test('error: words of an engineer are replaced', () => {
  show({ error: new Error('Network Error') })
  expect(screen.queryByText(/Network Error/)).toBeNull()
  expect(screen.getByText(/请稍后重试/)).toBeVisible()
})

test.each([
  ['the last fetch failed', { error: new Error('x') }],
  ['the network is away', { fetchStatus: 'paused' as const }],
])('old data stay with their date when %s', (_name, change) => {
  show({ data: ['一'], ...change })
  expect(screen.getByText('数据更新于 2026年11月23日 10:00')).toBeVisible()
  expect(screen.getByRole('main')).toHaveTextContent('一')
  expect(screen.getByRole('button', { name: '重试' })).toBeVisible()
})

test('no network and nothing kept: says that it will go on by itself', () => {
  show({ isPending: true, fetchStatus: 'paused' })
  expect(screen.getByText('没有网络')).toBeVisible()
})

test('长辈版 is a token set on the root', () => {
  const { container } = render(<ElderModeContext.Provider value><Page title="首页">内容</Page></ElderModeContext.Provider>)
  expect(container.firstChild).toHaveClass('page-root', 'elder')
})

test('the way back has a name and answers the keyboard', async () => {
  const back = jest.fn()
  render(<Page title="申领" onBack={back}>内容</Page>)
  screen.getByRole('button', { name: '返回' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(back).toHaveBeenCalledTimes(1)
})
