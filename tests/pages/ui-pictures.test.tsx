import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BillSplit, Countdown, FileTile, Money, Ring, Steps, Timeline } from '@/ui'
import { EVENTS } from './ui-gallery'

test('BillSplit: the golden bill in words, rows and widths', () => {
  const { container } = render(<BillSplit totalFen={3700000} pooledFen={2700000} inScopeSelfPayFen={1000000} benefitFen={800000} ownFen={200000} />)
  expect(screen.getByRole('img')).toHaveAccessibleName('总费用 37,000.00 元，其中医保支付 27,000.00 元，互助金 8,000.00 元，本人最终承担 2,000.00 元')
  expect([...container.querySelectorAll('.z-split-row')].map((row) => row.textContent)).toEqual(['医保支付27,000.00 元', '互助金8,000.00 元', '本人最终承担2,000.00 元'])
  expect([...container.querySelectorAll<HTMLElement>('.z-split-part')].map((part) => part.style.flexGrow)).toEqual(['2700000', '800000', '200000'])
  expect(screen.getByText('医保之后：个人自付 10,000.00 元')).toBeVisible()
})

test('BillSplit: nothing paid is said, not left out', () => {
  const { container } = render(<BillSplit totalFen={100000} pooledFen={0} otherPaidFen={20000} benefitFen={0} ownFen={80000} />)
  expect([...container.querySelectorAll('.z-split-row')].map((row) => row.textContent)).toEqual(['其他报销200.00 元', '互助金0.00 元', '本人最终承担800.00 元'])
  expect(container.querySelectorAll('.z-split-part')).toHaveLength(2)
})

test.each([
  [{ kind: 'waiting' } as const, '等待上传'],
  [{ kind: 'sending', percent: 44.6 } as const, '上传中 45%'],
  [{ kind: 'received' } as const, '已收到'],
  [{ kind: 'failed', reason: '照片太大' } as const, '未收到：照片太大'],
])('FileTile %j says %s; only a failed file offers 重试', async (state, words) => {
  const retry = jest.fn()
  const remove = jest.fn()
  render(<FileTile name="收费票据" state={state} onRetry={retry} onRemove={remove} />)
  const tile = screen.getByRole('group', { name: '收费票据' })
  expect(within(tile).getByRole('status')).toHaveTextContent(words)
  await userEvent.click(within(tile).getByRole('button', { name: '删除 收费票据' }))
  expect(remove).toHaveBeenCalledTimes(1)
  const again = within(tile).queryByRole('button', { name: '重试 收费票据' })
  expect(Boolean(again)).toBe(state.kind === 'failed')
  if (again) await userEvent.click(again)
  expect(retry).toHaveBeenCalledTimes(state.kind === 'failed' ? 1 : 0)
})

test('FileTile: the picture is named, and opens where it can', async () => {
  const open = jest.fn()
  const { rerender } = render(<FileTile name="票据" thumb="blob:1" state={{ kind: 'received' }} />)
  expect(screen.getByRole('img', { name: '票据 预览' })).toHaveAttribute('src', 'blob:1')
  rerender(<FileTile name="票据" thumb="blob:1" state={{ kind: 'received' }} onOpen={open} />)
  screen.getByRole('button', { name: '查看 票据' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(open).toHaveBeenCalledTimes(1)
})

test('Timeline is a list with one current step', () => {
  render(<Timeline label="申领进度" items={EVENTS} />)
  const items = within(screen.getByRole('list', { name: '申领进度' })).getAllByRole('listitem')
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null, null])
  expect(items[0]).toHaveTextContent('已提交11月23日 10:00您材料已全部收到')
})

test('Steps and Ring speak in sentences', () => {
  render(<><Steps steps={['选择', '填写']} current={2} /><Ring fraction={2} figure="9" unit="天" label="还有 9 天" /></>)
  expect(screen.getByRole('img', { name: '第2步，共2步：填写' })).toBeVisible()
  expect(screen.getByRole('img', { name: '还有 9 天' })).toBeVisible()
})

test('Money draws fen as yuan', () => {
  const { container } = render(<><Money fen={5} /><Money size="figure" fen={123456789} /></>)
  expect(container).toHaveTextContent('0.05 元1,234,567.89 元')
})

test('Countdown follows the given clock and ends once', () => {
  jest.useFakeTimers()
  let now = 1000
  const end = jest.fn()
  render(<Countdown until={3000} now={() => now} onEnd={end} />)
  expect(screen.getByRole('timer')).toHaveTextContent('2 秒')
  const pass = (ms: number) => act(() => {
    now += ms
    jest.advanceTimersByTime(1000)
  })
  pass(1100)
  expect(screen.getByRole('timer')).toHaveTextContent('1 秒')
  expect(end).not.toHaveBeenCalled()
  pass(5000)
  pass(5000)
  expect(screen.getByRole('timer')).toHaveTextContent('0 秒')
  expect(end).toHaveBeenCalledTimes(1)
  jest.useRealTimers()
})
