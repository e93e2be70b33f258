import assert from 'node:assert/strict'
import { it } from 'node:test'
import { routes } from '@/routes'
import { everyPage } from './kit/every-page'
import { pageTable } from './page-table'

it('every page of the app has a row', () => {
  const missing = Object.keys(routes).filter((name) => !pageTable.some(({ page }) => page === name))
  assert.deepEqual(missing, [])
})

everyPage({ name: 'normal', elder: false, target: 44, text: 12 })
