import { fireEvent, screen, within } from '@testing-library/react'

/** The question that stands over the page. */
export const dialog = (): Promise<HTMLElement> => screen.findByRole('alertdialog')

/** Answers it as a member does: false presses the first button, which changes nothing, true the second. */
export async function answer(yes: boolean): Promise<void> {
  const [no, ok] = within(await dialog()).getAllByRole('button')
  if (!no || !ok) throw new Error('a question has two answers')
  fireEvent.click(yes ? ok : no)
}
