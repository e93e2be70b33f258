import { waitFor } from '@testing-library/react'
import { dropUpload, enqueueUpload, forgetUploads } from '@/api/uploads'
import { listFiles } from '@/platform/files'
import { useSession } from '@/state/session-store'
import { server, outbox, signInAs, asCourier, start, items, only, aPhoto, enqueue, empty, settle, restart } from './outbox-kit'

describe('accounts', () => {
  test('another account never sends it; its owner does', async () => {
    await enqueue()
    signInAs('other', 'access-token-of-other-001')
    start()
    outbox?.kick()
    await settle()
    expect(server.seen).toEqual([])
    asCourier()
    outbox?.kick()
    await empty()
  })

  test('the account changes half-way: the content does not travel with the other token', async () => {
    server.decide(({ what }) => {
      if (what === 'register') signInAs('other', 'access-token-of-other-001')
      return 'answer'
    })
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'WAITING', attempts: 1 }))
    expect(server.count('upload')).toBe(0)
  })

  test('the account changes half-way and the server does not find the claim: no refusal for its owner', async () => {
    server.decide(({ what }) => {
      if (what === 'register') signInAs('other', 'access-token-of-other-001')
      return 'NOT_FOUND'
    })
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'WAITING', attempts: 1 }))
  })

  test('a token that is refused although it was just renewed is no refusal of the file', async () => {
    server.decide(({ what }) => (what === 'upload' ? 'UNAUTHENTICATED' : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'WAITING', attempts: 1 }))
    expect(server.count('upload')).toBe(2)
  })

  test('a spent access token is renewed once, for two files together', async () => {
    server.tokens.delete('access-token-of-courier-1')
    await enqueue('1.jpg')
    await enqueue('2.jpg')
    start()
    await empty()
    expect(server.count('refresh')).toBe(1)
  })

  test('the token runs out between announcement and content', async () => {
    server.decide(({ what }) => {
      if (what === 'upload') server.tokens.delete('access-token-of-courier-1')
      return 'answer'
    })
    await enqueue()
    start()
    await empty()
    expect(server.seen.map(({ what }) => what)).toEqual(['register', 'upload', 'refresh', 'upload'])
  })

  test('a session that has ended keeps the file for the next sign-in', async () => {
    server.decide(({ what }) => (what === 'refresh' ? 'REFRESH_REUSED' : 'answer'))
    server.tokens.clear()
    await enqueue()
    start()
    await waitFor(() => expect(useSession.getState().account).toBeNull())
    await settle()
    expect(only()).toMatchObject({ state: 'WAITING', owner: 'courier' })
    server.tokens.add('access-token-of-courier-1')
    server.decide(() => 'answer')
    asCourier()
    outbox?.kick()
    await empty()
    expect(server.documents.size).toBe(1)
  })
})

describe('taking back', () => {
  test('before it was sent: nobody has to be told', async () => {
    await enqueue()
    const { id } = only()
    await dropUpload(id)
    start()
    await settle()
    expect(items()).toEqual([])
    expect(server.seen).toEqual([])
    expect(await listFiles()).toEqual([])
  })

  test('while it is being sent: the upload stops and the server forgets it', async () => {
    const open = server.holdUploads()
    start()
    await enqueue()
    await waitFor(() => expect(server.count('upload')).toBe(1))
    await dropUpload(only().id)
    // Still held: it does not wait for the upload to end.
    await empty()
    open()
    expect(server.documents.size).toBe(0)
    expect(server.count('remove')).toBe(1)
  })

  test('after it had arrived and only the answer was lost: found by its clientRef', async () => {
    server.decide(({ what }) => (what === 'register' ? 'answerLost' : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only().attempts).toBe(1))
    expect(only().documentId).toBeNull()
    server.decide(() => 'answer')
    await dropUpload(only().id)
    await empty()
    expect(server.seen.map(({ what }) => what)).toEqual(['register', 'claim', 'remove'])
    expect(server.documents.size).toBe(0)
  })

  test('without a network: it waits out of sight, survives a restart, and is told later', async () => {
    server.decide(({ what }) => (what === 'upload' ? 'cut' : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only().attempts).toBe(1))
    server.decide(() => 'cut')
    await dropUpload(only().id)
    await waitFor(() => expect(only()).toMatchObject({ state: 'DROPPED', attempts: 1 }))
    restart()
    expect(only().state).toBe('DROPPED')
    server.decide(() => 'answer')
    start()
    outbox?.kick()
    await empty()
    expect(server.documents.size).toBe(0)
  })

  test('a deleted draft takes its files along without a word to the server', async () => {
    await enqueue('1.jpg')
    await enqueue('2.jpg')
    await enqueueUpload('c2', 'ID_CARD', aPhoto())
    await forgetUploads('c1')
    expect(only().payload.claimId).toBe('c2')
    expect(await listFiles()).toHaveLength(1)
  })
})
