import { fireEvent, screen, waitFor } from '@testing-library/react'
import { entryTexts as t, lightZh, queueTexts as queue, scanTexts, signTexts as sign } from '@/packages/event/texts'
import { routes } from '@/routes'
import { isScan, useOutbox, type ScanItem } from '@/state/outbox-store'
import { CAMPAIGN, whoIs } from '@tests/builders/events'
import { atEvent, repAt, reopened, writesName } from '@tests/builders/rep-app'
import { button } from '@tests/setup/render-app'
import Taro from '@tests/setup/taro'

const scans = (): ScanItem[] => useOutbox.getState().items.filter(isScan)
const verdict = (light: keyof typeof lightZh): Promise<HTMLElement> => waitFor(() => {
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent(lightZh[light])
  return alert
})
async function types({ memberNo, name }: { memberNo: string; name: string }, press: string = t.check): Promise<void> {
  fireEvent.change(await screen.findByRole('textbox', { name: t.memberNo }), { target: { value: memberNo } })
  fireEvent.change(await screen.findByRole('textbox', { name: t.name }), { target: { value: name } })
  fireEvent.click(await button(press))
}
const covered = async (crowd: Awaited<ReturnType<typeof repAt>>['crowd']): Promise<boolean> => (await (await crowd.as('courier'))('listEnrolments')).ok().items.some(({ campaignId }) => campaignId === CAMPAIGN)
const asked = (names: readonly string[]): number => names.filter((name) => name === 'submitEntry').length

test('from the page of scanning: number and name, the masked name, the signature, and the worker is covered', async () => {
  const { app, crowd } = await repAt(routes.repScan)
  fireEvent.click(await button(new RegExp(t.open.replace('?', '\\?'))))
  expect(app.route().path).toBe(routes.repEntry)
  await types(await whoIs(app.backend, 'courier'))
  expect(await screen.findByText('陈**')).toBeVisible()
  expect(screen.queryByText('陈速达')).toBeNull()
  expect(await covered(crowd)).toBe(false)
  await writesName()
  fireEvent.click(await button(sign.done))
  expect(await verdict('green')).toHaveTextContent('陈**')
  expect(await covered(crowd)).toBe(true)
  fireEvent.click(await button(t.next))
  expect(await screen.findByRole('textbox', { name: t.memberNo })).toHaveValue('')
  expect(await screen.findByRole('textbox', { name: t.name })).toHaveValue('')
})

test('a wrong number and a wrong name read alike, and what was typed stays', async () => {
  const { app } = await repAt(routes.repEntry)
  const who = await whoIs(app.backend, 'courier')
  await types({ ...who, name: '陈速' })
  const first = (await verdict('red')).textContent
  expect(await screen.findByRole('textbox', { name: t.name })).toHaveValue('陈速')
  await types({ ...who, memberNo: 'GD-9999-0000' })
  await waitFor(() => expect(asked(app.server.asked)).toBe(2))
  expect((await verdict('red')).textContent).toBe(first)
  await types(who)
  expect(await screen.findByText('陈**')).toBeVisible()
})

test('what is typed survives a kill until the server has said yes; then nothing of it is on the phone', async () => {
  const { app } = await repAt(routes.repEntry)
  const who = await whoIs(app.backend, 'courier')
  const disk = (): string => JSON.stringify(Taro.getStorageInfoSync().keys.map(Taro.getStorageSync))
  const again = async (): Promise<void> => {
    await app.relaunch(atEvent(routes.repEntry))
    expect(await screen.findByRole('textbox', { name: t.memberNo })).toHaveValue(who.memberNo)
    expect(await screen.findByRole('textbox', { name: t.name })).toHaveValue(who.name)
  }
  fireEvent.change(await screen.findByRole('textbox', { name: t.memberNo }), { target: { value: who.memberNo } })
  fireEvent.change(await screen.findByRole('textbox', { name: t.name }), { target: { value: who.name } })
  await again()
  fireEvent.click(await button(t.check))
  await screen.findByText('陈**')
  // Found, not signed: still to be done.
  await again()
  fireEvent.click(await button(t.check))
  await screen.findByText('陈**')
  await writesName()
  fireEvent.click(await button(sign.done))
  await verdict('green')
  for (const word of [who.name, who.memberNo]) expect(disk()).not.toContain(word)
})

test('one of the two alone is not asked about', async () => {
  const { app } = await repAt(routes.repEntry)
  await types({ memberNo: 'GD-0000-0001', name: ' ' })
  expect(await screen.findByText(t.nameMissing)).toBeVisible()
  await types({ memberNo: '', name: '陈速达' })
  expect(await screen.findByText(t.memberNoMissing)).toBeVisible()
  expect(asked(app.server.asked)).toBe(0)
})

test('the line breaks after the signature: nothing is claimed, and 重试 asks with the same key', async () => {
  const { app, crowd } = await repAt(routes.repEntry)
  await types(await whoIs(app.backend, 'courier'))
  await writesName()
  app.server.loseAnswer('submitEntry')
  fireEvent.click(await button(sign.done))
  expect(await screen.findByText(scanTexts.lost)).toBeVisible()
  const keys = app.server.keys.slice(-1)
  fireEvent.click(await button(scanTexts.retry))
  await verdict('green')
  expect(app.server.keys.slice(-1)).toEqual(keys)
  expect(await covered(crowd)).toBe(true)
})

test('without a network: signed first, encrypted on disk before amber, through a kill, accepted later', async () => {
  const { app, crowd } = await repAt(routes.repScan)
  const who = await whoIs(app.backend, 'courier')
  fireEvent.click(await screen.findByRole('switch', { name: new RegExp(scanTexts.offline) }))
  app.goOffline()
  await app.relaunch(atEvent(routes.repEntry))
  await types(who, t.toSign)
  await writesName()
  expect(scans()).toHaveLength(0)
  fireEvent.click(await button(sign.done))
  expect(await verdict('amber')).toHaveTextContent(scanTexts.pending)
  expect(scans().map(({ payload }) => [payload.entered, payload.signed])).toEqual([[true, true]])
  const disk = JSON.stringify(Taro.getStorageInfoSync().keys.map(Taro.getStorageSync))
  for (const word of [who.name, who.memberNo]) expect(disk).not.toContain(word)
  fireEvent.click(await button(t.next))
  await types(who, t.toSign)
  expect(await verdict('amber')).toHaveTextContent(scanTexts.again)
  expect(scans()).toHaveLength(1)
  expect(asked(app.server.asked)).toBe(0)

  const outbox = await reopened(app, routes.repQueue)
  expect((await screen.findAllByText(queue.summary(1, 0)))[0]).toBeVisible()
  app.goOnline()
  outbox.kick()
  await waitFor(() => expect(scans()).toEqual([]), { timeout: 15_000 })
  expect(await covered(crowd)).toBe(true)
})

/** By whoever cannot draw. */
async function typesName(name: string): Promise<void> {
  const box = await screen.findByRole('checkbox', { name: sign.byName })
  if (box.getAttribute('aria-checked') !== 'true') fireEvent.click(box)
  fireEvent.change(await screen.findByRole('textbox', { name: sign.name }), { target: { value: name } })
  fireEvent.click(await button(sign.done))
}

test('the name typed in place of the drawing: the same as above, or nothing is sent', async () => {
  const { app, crowd } = await repAt(routes.repEntry)
  const who = await whoIs(app.backend, 'courier')
  await types(who)
  await typesName('')
  expect(await screen.findByRole('alert')).toHaveTextContent(sign.nameMissing)
  await typesName('陈速')
  expect(await screen.findByRole('alert')).toHaveTextContent(sign.nameOther)
  expect(asked(app.server.asked)).toBe(1)
  await typesName(` ${who.name}`)
  await verdict('green')
  expect(await covered(crowd)).toBe(true)
})

test('a typed name waits without a network like a drawn one, and is accepted later', async () => {
  const { app, crowd } = await repAt(routes.repScan)
  const who = await whoIs(app.backend, 'courier')
  fireEvent.click(await screen.findByRole('switch', { name: new RegExp(scanTexts.offline) }))
  app.goOffline()
  await app.relaunch(atEvent(routes.repEntry))
  await types(who, t.toSign)
  await typesName(who.name)
  await verdict('amber')
  expect(scans().map(({ payload }) => payload.signed)).toEqual([true])
  const outbox = await reopened(app, routes.repQueue)
  app.goOnline()
  outbox.kick()
  await waitFor(() => expect(scans()).toEqual([]), { timeout: 15_000 })
  expect(await covered(crowd)).toBe(true)
})

test('what was wrong is told in the queue, and number and name leave the phone', async () => {
  const { app } = await repAt(routes.repScan)
  fireEvent.click(await screen.findByRole('switch', { name: new RegExp(scanTexts.offline) }))
  app.goOffline()
  fireEvent.click(await button(new RegExp(t.open.replace('?', '\\?'))))
  await types({ memberNo: 'GD-9999-0000', name: '陈速达' }, t.toSign)
  await writesName()
  fireEvent.click(await button(sign.done))
  await verdict('amber')
  const outbox = await reopened(app, routes.repQueue)
  app.goOnline()
  outbox.kick()
  expect(await screen.findByText(/会员号和姓名没有核对上/, undefined, { timeout: 15_000 })).toBeVisible()
  expect(scans().map(({ payload }) => [payload.sealed, payload.member])).toEqual([['', '']])
})
