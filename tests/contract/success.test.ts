import { createWorld } from '@tests/builders/world'
import { names, prepare, row } from './table'

it.each(names)('%s succeeds as declared', async (name) => {
  const { owner, input } = await prepare(await createWorld(), name)
  const reply = await owner(name, input)
  reply.ok()
  // The shape has been checked by the caller itself; here the status of the row.
  expect(reply.status).toBe(row(name).success[0])
  expect(reply.headers['x-request-id']).toMatch(/^[\w-]{8,64}$/)
})
