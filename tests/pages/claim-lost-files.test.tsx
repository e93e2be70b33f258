import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { enqueueUpload } from '@/api/uploads'
import { texts as mine } from '@/pages/mine/texts'
import { texts } from '@/packages/claim/texts'
import { listFiles, removeFile } from '@/platform/files'
import { switchTab } from '@/platform/navigation'
import { routes } from '@/routes'
import { isUpload, useOutbox } from '@/state/outbox-store'
import { onPage, openClaim, press, sign, startOutbox, type ClaimApp } from '@tests/builders/claim-app'
import { signIn } from '@tests/builders/people'
import { photo } from '@tests/builders/photo'
import { answer, dialog } from '@tests/setup/dialog'

const t = texts.lost
const DAMAGED = /文件不完整或已损坏/
const bill = '医疗收费票据'
const lostName = (claim: ClaimApp['claim']): string => texts.papers.page(claim.checklist.find(({ documentType }) => documentType === 'MEDICAL_INVOICE')?.titleZh ?? bill, 2)
const mineOf = () => useOutbox.getState().items.filter(isUpload)

/** 核对 of a full draft, one more photo of which the server has refused. */
async function withOneRefused(): Promise<{ app: ClaimApp; name: string }> {
  const app = await openClaim(routes.claimCheck)
  const bytes = photo('cut in the middle').slice(0, 200)
  await enqueueUpload(app.claimId, 'MEDICAL_INVOICE', { blob: new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }), name: '票据.jpg', size: bytes.length, mime: 'image/jpeg' })
  startOutbox(app)
  await waitFor(() => expect(mineOf().map(({ state }) => state)).toEqual(['REFUSED']))
  return { app, name: lostName(app.claim) }
}
beforeEach(async () => {
  for (const { fileId } of await listFiles()) await removeFile(fileId)
})
const declare = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('checkbox', { name: texts.check.declare }))
  await sign()
}

test('核对 names a file that was refused, with the reason, counts it, and lets nothing go until it is decided', async () => {
  const { app, name } = await withOneRefused()
  expect(await screen.findByText(t.title(name))).toBeVisible()
  expect(screen.getAllByText(DAMAGED)[0]).toBeVisible()
  expect(screen.getByText(texts.files({ received: 1, underWay: 0, lost: 1 }))).toBeVisible()
  expect(screen.queryByText(texts.check.complete)).not.toBeInTheDocument()
  await declare()
  await press(texts.check.submit)
  expect(await screen.findByRole('link', { name: t.decide(name) })).toBeVisible()
  expect(app.server.asked).not.toContain('submitClaim')
})

test('left out: gone from the phone and from the server, and the receipt counts only what is there', async () => {
  const { app, name } = await withOneRefused()
  await press(t.leaveOut)
  expect(await dialog()).toHaveTextContent(name)
  await answer(true)
  await waitFor(() => expect(screen.queryByText(t.title(name))).not.toBeInTheDocument())
  await declare()
  await press(texts.check.submit)
  await onPage(texts.receipt.title)
  const claim = await app.onServer()
  expect(claim.documents.every(({ state }) => state === 'RECEIVED')).toBe(true)
  expect(screen.getByText(texts.receipt.filesCount(claim.documents.length))).toBeVisible()
  expect([mineOf(), await listFiles()]).toEqual([[], []])
})

test('去重新上传 leads to the papers and back', async () => {
  const { app, name } = await withOneRefused()
  await screen.findByText(t.title(name))
  await press(t.again)
  await waitFor(() => expect(app.route()).toEqual({ path: routes.claimPapers, params: { claimId: app.claimId, from: 'check' } }))
})

test('handed in without asking: the receipt names what did not come, the detail lists it no more, the phone lets go of it', async () => {
  const { app } = await withOneRefused()
  const member = await signIn(app.backend.core, 'driver')
  const { claimId } = app
  ;(await member('submitClaim', { params: { claimId }, body: { declaredTrue: true, signature: { typedName: (await app.backend.store.transact((tx) => tx.get('account', 'driver')))?.name ?? '' } }, version: (await app.onServer()).version })).ok()
  const receipt = (await member('getClaimReceipt', { params: { claimId } })).ok()
  expect(receipt.notReceived).toEqual([expect.stringContaining('票据.jpg')])
  expect((await app.onServer()).documents.map(({ state }) => state)).not.toContain('FAILED')

  await app.relaunch(`${routes.claimReceipt}?claimId=${claimId}`)
  expect(await screen.findByText(t.notIn(receipt.notReceived?.[0] ?? ''))).toBeVisible()
  await press(t.forget)
  await answer(true)
  await waitFor(() => expect(mineOf().filter(({ state }) => state !== 'DROPPED')).toEqual([]))
  expect(await listFiles()).toEqual([])
})

test('signing out does not promise that a refused file goes on by itself', async () => {
  const { app } = await withOneRefused()
  await app.relaunch(routes.home)
  await switchTab(routes.mine)
  await press(mine.signOut)
  expect(await dialog()).toHaveTextContent(mine.signOutRefused(1))
  expect(await dialog()).not.toHaveTextContent(mine.signOutWaiting(1))
  await answer(false)
})
