import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { DateField, ErrorSummary, Field, kinds, MoneyField } from '@/ui'

test('Field: name, hint and error belong to the input', () => {
  render(<Field id="h" kind={kinds.words} label="医院" hint="与出院小结一致" error="请填写医院" value="" onChange={jest.fn()} />)
  const input = screen.getByRole('textbox', { name: '医院' })
  expect(input).toBeInvalid()
  expect(input).toBeRequired()
  expect(input).toHaveAccessibleDescription('错误： 请填写医院 与出院小结一致')
})

test('Field reports text, Enter confirms, a tap on the label leads into it', async () => {
  const change = jest.fn()
  const confirm = jest.fn()
  render(<Field id="p" kind={kinds.phone} label="手机号" required={false} value="" onChange={change} onConfirm={confirm} />)
  await userEvent.click(screen.getByText('手机号（选填）'))
  expect(screen.getByLabelText('手机号')).toHaveFocus()
  await userEvent.keyboard('1{Enter}')
  expect(change).toHaveBeenCalledWith('1')
  expect(confirm).toHaveBeenCalledTimes(1)
})

test('MoneyField keeps what is typed and reads large amounts back', async () => {
  const Form = () => {
    const [text, set] = useState('')
    return <MoneyField id="m" label="总费用" value={text} onChange={set} />
  }
  render(<Form />)
  const input = screen.getByLabelText('总费用')
  await userEvent.type(input, '999.')
  expect(input).toHaveValue('999.')
  expect(input).not.toHaveAccessibleDescription()
  await userEvent.clear(input)
  await userEvent.type(input, '37000.5')
  expect(input).toHaveAccessibleDescription('即 37,000.50 元')
})

test('DateField gives a local date', async () => {
  const change = jest.fn()
  render(<DateField id="d" label="入院日期" value="" onChange={change} max="2026-12-31" />)
  await userEvent.type(screen.getByLabelText('入院日期'), '2026-12-24')
  expect(change).toHaveBeenCalledWith('2026-12-24')
})

test('ErrorSummary takes the focus and each line leads to its field', async () => {
  render(
    <>
      <ErrorSummary problems={[{ fieldId: 'a', message: '请填写医院' }, { fieldId: 'b', message: '日期不对' }]} />
      <Field id="a" kind={kinds.words} label="医院" value="" onChange={jest.fn()} error="请填写医院" />
      <DateField id="b" label="入院日期" value="" onChange={jest.fn()} error="日期不对" />
    </>,
  )
  expect(screen.getByRole('alert')).toHaveFocus()
  await userEvent.click(screen.getByRole('link', { name: '请填写医院' }))
  expect(screen.getByLabelText('医院')).toHaveFocus()
  screen.getByRole('link', { name: '日期不对' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByLabelText('入院日期')).toHaveFocus()
})

test('ErrorSummary without problems is not there', () => {
  const { container } = render(<ErrorSummary problems={[]} />)
  expect(container).toBeEmptyDOMElement()
})
