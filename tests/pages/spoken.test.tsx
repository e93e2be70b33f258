import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Button, Notice, Page, Said } from '@/ui'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

const pass = (ms: number): void => act(() => void jest.advanceTimersByTime(ms))
/** The regions of the page with what they say. */
const regions = (): [Element, string][] => [...document.querySelectorAll('[aria-live="polite"]')].map((region) => [region, region.textContent ?? ''])
const said = (): string => regions().map(([, words]) => words).join('')

function Saving() {
  const [stage, setStage] = useState(0)
  return (
    <Page title="资料" footer={<Button onPress={() => setStage(stage + 1)}>保存</Button>}>
      {stage > 0 ? <Notice title="已保存" announce="polite">共{stage}处，<b>可以</b>离开。</Notice> : null}
      {stage > 1 ? <Notice announce="polite">网络不好</Notice> : null}
      <Notice>不必说的话</Notice>
    </Page>
  )
}

test('a notice that comes is spoken from a region that stood there before its words, and read there once', () => {
  render(<Saving />)
  const before = regions()
  act(() => screen.getByRole('button', { name: '保存' }).click())
  expect(said()).toBe('')
  pass(200)
  expect(said()).toBe('已保存。共1处，可以离开。')
  expect(regions().map(([region]) => region)).toEqual(before.map(([region]) => region))
  pass(3_000)
  expect(said()).toBe('')
})

test('words that change are spoken again, together with what else has come', () => {
  render(<Saving />)
  const save = screen.getByRole('button', { name: '保存' })
  act(() => save.click())
  pass(3_000)
  act(() => save.click())
  pass(200)
  expect(said()).toBe('已保存。共2处，可以离开。 网络不好')
})

test('a notice that comes with its page is spoken too, once the region can be known', () => {
  render(<Page title="资料"><Notice announce="polite">正在核对</Notice></Page>)
  expect(said()).toBe('')
  pass(200)
  expect(said()).toBe('正在核对')
})

test('so is a line that comes, and another one in its place', () => {
  const { rerender } = render(<Page title="计划"><Said className="x">没有符合的</Said></Page>)
  pass(200)
  expect(said()).toBe('没有符合的')
  rerender(<Page title="计划"><Said className="x"><b>正在</b>核对</Said></Page>)
  pass(200)
  expect(said()).toBe('正在核对')
})
