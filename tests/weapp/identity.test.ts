import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idDocumentChoice, idDocumentZh } from '@/domain/id-document'
import { profileTexts as profile } from '@/packages/account/profile-texts'
import { identityTexts as identity } from '@/packages/gift/identity-texts'
import { joinTexts as join } from '@/packages/gift/texts'
import { texts as mine } from '@/pages/mine/texts'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const on = onPhones({ each: true, photos: 1 })
let app: MiniProgram

test('joining with a pass of Taiwan and a name beyond the BMP: birth is asked for, a wrong number has its own words', async () => {
  app = await on.signedIn('overseas')
  await app.goto('/packages/gift/pages/join/index', 'navigateTo')
  await app.input(identity.name, '欧阳·𠮷琳')
  await app.tapText(idDocumentChoice.usual.more)
  await app.check(idDocumentZh.TAIWAN_PASS)
  await app.input(identity.number, 'H12345678')
  await app.check('美团')
  const { items } = (await (await on.backend.as('overseas'))('listConsents')).ok()
  await app.check(join.agree(items.find(({ consentId }) => consentId === 'C1')?.titleZh ?? ''))
  await app.tapText(join.submit)
  await app.waitText('台湾居民来往大陆通行证号码是8位数字')
  await app.waitText(identity.birthMissing)
  await app.input(identity.number, '1234 5678')
  await app.pick(identity.birth, '1994-08-23')
  await app.check(identity.female)
  await app.tapText(join.submit)
  await app.waitText(join.approved)
  const me = (await (await on.backend.as('overseas'))('getMe')).ok()
  assert.deepEqual([me.nameMasked, me.idTypeZh, me.idNoMasked], ['欧**', idDocumentZh.TAIWAN_PASS, '1******8'])
})

test('another phone by its code, another name by a photo that the union looks at', async () => {
  app = await on.signedIn('courier', { mocks: { chooseMedia: { files: on.photos } } })
  await app.tapTab('我的')
  await app.tapText(mine.profile)
  await app.waitRoute('packages/account/pages/profile')
  await app.input(profile.newPhone, '10000009005')
  await app.tapText(profile.getCode)
  await app.waitText(profile.codeSent('100****9005'))
  await app.input(profile.code, '202507')
  await app.tapText(profile.change)
  await app.waitText(profile.changed('100****9005'))
  await app.input(profile.newName, '陈·𠮷达')
  await app.tapText(profile.camera)
  await app.waitText('等待核对')
  const officer = await on.backend.as('union-officer-3')
  const [task] = (await officer('listOfficeTasks')).ok().items
  ;(await officer('decideTask', { params: { taskId: task?.taskId ?? '' }, body: { decision: 'REFUSE', reasonZh: '照片看不清姓名' } })).ok()
  await app.back()
  await app.tapText(mine.messages)
  await app.tapText('照片看不清姓名')
  await app.waitRoute('packages/account/pages/profile')
  await app.waitText('未通过')
})
