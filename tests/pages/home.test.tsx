import { fireEvent, screen } from '@testing-library/react'
import { texts as t } from '@/pages/home/texts'
import { routes } from '@/routes'
import { button, renderApp } from '@tests/setup/render-app'

test('says who I am, what covers me until when, and opens the four entries', async () => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  expect(await screen.findByText(t.greeting('陈**'))).toBeVisible()
  for (const entry of [t.scan, t.gifts, t.claim, t.payouts]) expect(screen.getByRole('button', { name: entry })).toBeVisible()
  fireEvent.click(await button(t.gifts))
  expect(app.route().path).toBe(routes.gifts)
})
