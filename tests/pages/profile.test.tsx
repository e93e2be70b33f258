import { fireEvent, screen, waitFor } from '@testing-library/react'
import { wordsOf } from '@/contract/errors'
import { profileTexts as t } from '@/packages/account/profile-texts'
import { texts as mine } from '@/pages/mine/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useOutbox } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { useDrafts } from '@/state/draft-store'
import { openClaim, press, type } from '@tests/builders/claim-app'
import { choosePhoto } from '@tests/builders/pick-file'
import { signIn, tester } from '@tests/builders/people'
import { button, renderApp } from '@tests/setup/render-app'

const NEW_PHONE = '10000009005'

test('another phone: only the code of the new one changes it; draft and outbox are still there', async () => {
  const app = await openClaim(routes.claimStay)
  useDrafts.getState().set(`stay:${app.claimId}`, { hospitalZh: '示例市第二人民医院' })
  // A photo that waits for the network.
  useOutbox.getState().add({
    kind: 'upload', id: 'photo-1', owner: accountKey(), attempts: 0, nextAt: Number.MAX_SAFE_INTEGER, reasonZh: null, idempotencyKey: 'key-1', documentId: null, state: 'WAITING', progress: 0,
    payload: { claimId: app.claimId, documentType: 'OTHER', file: { fileId: 'photo-1', name: 'a.jpg', mime: 'image/jpeg', size: 10, savedAt: 1 } },
  })
  await app.relaunch(routes.mine)
  await press(new RegExp(mine.profile))
  await press(t.change)
  expect(await screen.findByText(t.phoneWrong)).toBeVisible()
  await type(t.newPhone, NEW_PHONE)
  await press(t.getCode)
  expect(await screen.findByText(t.codeSent('100****9005'))).toBeVisible()
  await type(t.code, '000000')
  await press(t.change)
  expect(await screen.findByText(wordsOf('SMS_CODE_WRONG'))).toBeVisible()
  expect(screen.getByText('100****0002')).toBeVisible()
  await type(t.code, '202507')
  await press(t.change)
  expect(await screen.findByText(t.changed('100****9005'))).toBeVisible()
  expect(screen.getByText('100****9005')).toBeVisible()
  expect(screen.getByLabelText(t.newPhone)).toHaveValue('')
  const office = await tester(app.backend.core)
  ;(await office('changePerson', { params: { personId: 'driver' }, body: { name: '梁·𠮷远' } })).ok()
  useOutbox.setState({ items: [] })
  useOutbox.getState().reload()
  expect(useOutbox.getState().items.map(({ id, owner }) => [id, owner])).toEqual([['photo-1', 'driver']])
  await app.relaunch(withParams(routes.claimStay, { claimId: app.claimId }))
  expect(useDrafts.getState().forms[`stay:${app.claimId}`]).toEqual({ hospitalZh: '示例市第二人民医院' })
  expect((await app.onServer()).claimId).toBe(app.claimId)
})

test('a number that is somebody else’s is refused at its field, and stays to be corrected', async () => {
  await renderApp({ as: 'courier', at: routes.profile })
  await type(t.newPhone, '10000000003')
  await type(t.code, '202507')
  await press(t.change)
  expect(await screen.findByText(wordsOf('PHONE_TAKEN'))).toBeVisible()
  expect(screen.getByLabelText(t.newPhone)).toHaveValue('10000000003')
})

test('another name: with a photo it waits for the union, and is there when the union has confirmed it', async () => {
  const app = await renderApp({ as: 'courier', at: routes.profile })
  fireEvent.click(await button(t.camera))
  expect(await screen.findByText('请填写姓名。')).toBeVisible()
  await type(t.newName, '𠮷达·阿依')
  fireEvent.click(await button(t.camera))
  choosePhoto()
  expect(await screen.findByText(`${t.request('𠮷**')}:等待核对`)).toBeVisible()
  expect(screen.getByLabelText(t.newName)).toHaveValue('')
  expect(screen.getByText('陈**')).toBeVisible()
  const officer = await signIn(app.backend.core, 'union-officer-3')
  const [task] = (await officer('listOfficeTasks')).ok().items
  ;(await officer('decideTask', { params: { taskId: task?.taskId ?? '' }, body: { decision: 'ACCEPT' } })).ok()
  await app.client.invalidateQueries()
  expect(await screen.findByText(`${t.request('𠮷**')}:已更正`)).toBeVisible()
  expect(await screen.findByText('𠮷**')).toBeVisible()
})

test('a photo that is none: the reason is said, nothing waits for anybody, the name is still typed', async () => {
  const app = await renderApp({ as: 'courier', at: routes.profile })
  await type(t.newName, '陈达')
  fireEvent.click(await button(t.album))
  choosePhoto(new TextEncoder().encode('<html></html>'), 'card.jpg')
  expect(await screen.findByText(/^这是网页文件，无法接收/)).toBeVisible()
  expect(screen.getByLabelText(t.newName)).toHaveValue('陈达')
  expect(await screen.findByText(`${t.request('陈*')}:还差证件照片`)).toBeVisible()
  const office = await tester(app.backend.core)
  await waitFor(async () => expect((await office('listOfficeTasks')).ok().items.filter(({ kind }) => kind === 'NAME_CHANGE')).toEqual([]))
})
