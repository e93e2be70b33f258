import { waitFor } from '@testing-library/react'
import { retryUpload } from '@/api/uploads'
import { claimQuery } from '@/api/claims'
import { wordsOf } from '@/contract/errors'
import { DeviceError } from '@/platform/device-error'
import * as files from '@/platform/files'
import { storedKeys } from '@/platform/storage'
import { useOutbox } from '@/state/outbox-store'
import { aPhoto, server, client, outbox, start, items, only, enqueue, empty, settle, turns, restart } from './outbox-kit'

const { listFiles, previewSrc, removeFile } = files

describe('what was photographed is safe', () => {
  test('a file is on disk before anything is sent, and still there after a restart', async () => {
    await enqueue()
    const { id } = only()
    expect(storedKeys()).toContain(`outbox.${id}`)
    restart()
    expect(only()).toMatchObject({ id, state: 'WAITING', owner: 'courier', payload: { claimId: 'c1', documentType: 'MEDICAL_INVOICE', file: { name: '账单.jpg' } } })
    start()
    await empty()
    expect(server.documents.get(id)).toMatchObject({ state: 'RECEIVED', name: '账单.jpg' })
    expect(storedKeys()).not.toContain(`outbox.${id}`)
  })

  test('what was being sent when the app died waits again', async () => {
    const open = server.holdUploads()
    start()
    await enqueue()
    await waitFor(() => expect(only().progress).toBe(100))
    restart()
    expect(only()).toMatchObject({ state: 'WAITING', progress: 0 })
    open()
    await settle()
  })

  test('a phone without room for the file says so and keeps nothing half', async () => {
    const save = jest.spyOn(files, 'saveFile').mockRejectedValue(new DeviceError('STORAGE_FULL'))
    await expect(enqueue()).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    save.mockRestore()
    expect(items()).toEqual([])
  })

  test('what nobody waits for makes room for new ones; what waits is never swept', async () => {
    await files.saveFile(aPhoto('剩下的.jpg'))
    await enqueue('在等.jpg')
    const waiting = only().id
    const save = jest.spyOn(files, 'saveFile').mockRejectedValueOnce(new DeviceError('STORAGE_FULL'))
    await enqueue('新的.jpg')
    save.mockRestore()
    expect((await listFiles()).map(({ name }) => name)).toEqual(['在等.jpg', '新的.jpg'])
    expect(items().map(({ id }) => id)).toContain(waiting)
  })

  test('a phone without room for the note about the file gives the file back', async () => {
    const Taro = jest.requireActual<{ default: { setStorageSync(key: string, value: unknown): void } }>('@tests/setup/taro').default
    const full = jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
      throw { errMsg: 'setStorage:fail exceed storage max size 10Mb' }
    })
    await expect(enqueue()).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    full.mockRestore()
    expect(items()).toEqual([])
    expect(await listFiles()).toEqual([])
  })

  test('two tabs that add at the same time do not lose each other’s file', async () => {
    await enqueue('一.jpg')
    const inThisTab = items()
    useOutbox.setState({ items: [] })
    await enqueue('二.jpg')
    useOutbox.setState({ items: inThisTab })
    useOutbox.getState().update(inThisTab[0]?.id ?? '', { attempts: 1 })
    restart()
    expect(items().map(({ payload }) => payload.file.name)).toEqual(['一.jpg', '二.jpg'])
  })

  test('what another tab has finished is not sent again', async () => {
    await enqueue()
    const { id } = only()
    const inThisTab = items()
    useOutbox.getState().remove(id)
    useOutbox.setState({ items: inThisTab })
    start()
    await empty()
    expect(server.seen).toEqual([])
  })
})

describe('sending', () => {
  test('oldest first, two at a time, each once', async () => {
    const open = server.holdUploads()
    start()
    for (const name of ['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg']) await enqueue(name)
    await waitFor(() => expect(server.count('upload')).toBe(2))
    await settle()
    expect(items().map(({ state }) => state)).toEqual(['SENDING', 'SENDING', 'WAITING', 'WAITING', 'WAITING'])
    open()
    await empty()
    expect([...server.documents.values()].map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg'])
    expect([server.count('register'), server.count('upload')]).toEqual([5, 5])
  })

  test('the claim at hand shows the file as received, and the phone keeps nothing of it', async () => {
    client.setQueryData(claimQuery('c1').queryKey, { claimId: 'c1', documents: [] } as never)
    await enqueue()
    const { id } = only()
    start()
    await empty()
    expect(client.getQueryData(claimQuery('c1').queryKey)?.documents).toMatchObject([{ clientRef: id, state: 'RECEIVED' }])
    await expect(previewSrc(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await listFiles()).toEqual([])
  })

  test.each([
    ['the page of a hotel network', 'garbage'],
    ['an answer that says PENDING', 'stillPending'],
  ] as const)('success only after RECEIVED: %s does not count', async (_name, fate) => {
    server.decide(({ what }) => (what === 'upload' ? fate : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'WAITING', attempts: 1 }))
    server.decide(() => 'answer')
    outbox?.kick()
    await empty()
  })

  test('a received file whose answer was lost is recognised: no second upload, no second document', async () => {
    server.decide(({ what }) => (what === 'upload' ? 'answerLost' : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'WAITING', attempts: 1 }))
    server.decide(() => 'answer')
    outbox?.kick()
    await empty()
    expect(server.count('upload')).toBe(1)
    expect(server.documents.size).toBe(1)
  })

  test('an announcement whose answer was lost does not make a second document', async () => {
    server.decide(({ what }) => (what === 'register' ? 'answerLost' : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only().attempts).toBe(1))
    server.decide(() => 'answer')
    outbox?.kick()
    await empty()
    expect(server.documents.size).toBe(1)
  })
})

describe('failures', () => {
  test('without a network it waits longer each time, and goes on by itself', async () => {
    jest.useFakeTimers({ now: Date.now(), doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] })
    try {
      server.decide(() => 'cut')
      await enqueue()
      start()
      const waits: number[] = []
      for (const attempts of [1, 2, 3, 4, 5]) {
        await turns()
        expect(only()).toMatchObject({ state: 'WAITING', attempts })
        const wait = only().nextAt - Date.now()
        waits.push(wait)
        await jest.advanceTimersByTimeAsync(wait - 1)
        expect(server.count('register')).toBe(attempts)
        if (attempts === 5) server.decide(() => 'answer')
        await jest.advanceTimersByTimeAsync(11)
      }
      expect(waits).toEqual([2_000, 5_000, 15_000, 60_000, 60_000])
      await turns()
      expect(items()).toEqual([])
    } finally {
      jest.useRealTimers()
    }
  })

  test('the network comes back: at once, without waiting for the turn', async () => {
    server.decide(() => 'cut')
    await enqueue()
    start()
    await waitFor(() => expect(only().nextAt).toBeGreaterThan(Date.now()))
    server.decide(() => 'answer')
    outbox?.kick()
    await empty()
  })

  test.each([['while it waits', false], ['while the app is closed', true]])('a clock that was a day ahead and is put right %s: nothing waits for tomorrow', async (_words, closed) => {
    const now = Date.now.bind(Date)
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 24 * 3600_000)
    try {
      server.decide(() => 'cut')
      await enqueue()
      start()
      await waitFor(() => expect(only().attempts).toBe(1))
    } finally {
      clock.mockRestore()
    }
    server.decide(() => 'answer')
    if (closed) restart()
    if (closed) start()
    // Its turn is two seconds away.
    await waitFor(() => expect(items()).toEqual([]), { timeout: 5_000 })
  })

  test.each(['INTERNAL', 'RATE_LIMITED', 'IDEMPOTENCY_IN_PROGRESS'] as const)('%s is tried again', async (code) => {
    server.decide(() => code)
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'WAITING', attempts: 1, reasonZh: wordsOf(code) }))
  })

  test.each(['FILE_TOO_LARGE', 'FILE_TYPE_UNSUPPORTED', 'FILE_DAMAGED', 'CLAIM_STATE_CONFLICT'] as const)('%s stays with its words until the member acts', async (code) => {
    server.decide(({ what }) => (what === 'upload' ? code : 'answer'))
    await enqueue()
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'REFUSED', reasonZh: wordsOf(code) }))
    outbox?.kick()
    await settle()
    expect(server.count('upload')).toBe(1)
    server.decide(() => 'answer')
    retryUpload(only().id)
    await empty()
    expect(server.documents.size).toBe(1)
  })

  test('one refused file does not stop the others', async () => {
    start()
    await enqueue('坏.jpg')
    const bad = only().id
    server.decide(({ what, clientRef }) => (what === 'upload' && clientRef === bad ? 'FILE_DAMAGED' : 'answer'))
    await enqueue('好.jpg')
    await waitFor(() => expect(only()).toMatchObject({ id: bad, state: 'REFUSED' }))
    expect([...server.documents.values()].filter(({ state }) => state === 'RECEIVED')).toHaveLength(1)
  })

  test('a file that is no longer on the phone says so', async () => {
    await enqueue()
    await removeFile(only().id)
    start()
    await waitFor(() => expect(only()).toMatchObject({ state: 'REFUSED', reasonZh: '这个文件已不在手机上，请重新选择' }))
  })
})
