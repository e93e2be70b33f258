import { withLists } from '@mock/store/listed-tx'
import { createMemoryStore } from '@mock/store/memory'
import type { Tx } from '@mock/store/store'

const message = (id: string, ownerId = 'a', read = false) => ({ id, ownerId, titleZh: id, textZh: id, at: '2026-11-23T10:00:00+08:00', read, leadsTo: null })

test('lists that are kept in memory say the same as the store after every change', async () => {
  await createMemoryStore().transact(async (tx) => {
    let asked = 0
    const counted: Tx = { ...tx, list: (kind, ownerId) => ((asked += 1), tx.list(kind, ownerId)) }
    const listed = withLists(counted)
    const same = async (): Promise<void> => expect(await listed.list('message')).toEqual(await tx.list('message'))
    await listed.put('message', message('m1'))
    await same()
    await listed.put('message', message('m2', 'b'))
    await listed.put('message', message('m1', 'a', true))
    await same()
    expect((await listed.list('message', 'b')).map(({ id }) => id)).toEqual(['m2'])
    await listed.delete('message', 'm1')
    await listed.put('message', message('m1'))
    await same()
    expect((await listed.list('message')).map(({ id }) => id)).toEqual(['m2', 'm1'])
    // Asked once for the whole kind, once for an owner: that is what it is for.
    expect(asked).toBe(2)
    await listed.clear()
    await same()
    expect(await listed.get('message', 'm2')).toBeUndefined()
  })
})
