import { fireEvent } from '@testing-library/react'
import { photo } from './photo'

/** Chooses a file in the picker that the page has just opened. */
export function choosePhoto(bytes: Uint8Array = photo('card'), name = '证件.jpg'): void {
  const input = document.querySelector('input[type=file]')
  if (!input) throw new Error('no file picker is open')
  Object.defineProperty(input, 'files', { value: [new File([Uint8Array.from(bytes)], name, { type: 'image/jpeg' })] })
  fireEvent.change(input)
}
