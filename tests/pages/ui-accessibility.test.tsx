import axe from 'axe-core'
import { render } from '@testing-library/react'
import { Gallery } from './ui-gallery'

// A busy machine is no defect.
jest.setTimeout(20_000)
// What the page speaks comes while axe looks.
beforeAll(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }))

/** These need a layout or a canvas, which jsdom has not: the browser tests check them. */
const NEEDS_LAYOUT = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, 'label-content-name-mismatch': { enabled: false }, region: { enabled: false } }

test.each([['page', false], ['page with an open sheet', true]])('axe finds nothing in the %s', async (_name, sheet) => {
  const { container } = render(<Gallery sheet={sheet} />)
  const { violations } = await axe.run(container, { rules: NEEDS_LAYOUT })
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
})
