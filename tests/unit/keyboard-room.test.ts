import { inputProps } from '@/ui/a11y.weapp'

/** px: the lower half of a field and a line of words below it. */
const LEAST = 90

test.each(['text', 'number', 'decimal', 'tel'] as const)('in the mini-program a field (%s) leaves room above the keyboard', (keyboard) => {
  expect(inputProps({ id: 'a', label: '姓名', keyboard }).cursorSpacing).toBeGreaterThanOrEqual(LEAST)
})
