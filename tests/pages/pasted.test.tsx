import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { idDocumentChoice, idDocumentZh } from '@/domain/id-document'
import { afterTexts } from '@/packages/claim/after-texts'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts as claim } from '@/packages/claim/texts'
import { listTexts } from '@/packages/event/texts'
import { identityTexts } from '@/packages/gift/identity-texts'
import { joinTexts } from '@/packages/gift/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { kinds } from '@/ui'
import { goOn, inHand, readyTo } from '@tests/builders/act-app'
import { acts, titleOf, type Act, type ActPhone } from '@tests/builders/acts'
import { claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { grantAll } from '@tests/builders/kinds'
import { repAt } from '@tests/builders/rep-app'

/** Every form, filled in by pasting what people have at hand: the server gets what it would get from plain typing, and nothing is cut. */

const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const grouped = (text: string, by = 4): string => text.replace(new RegExp(`(.{${by}})(?=.)`, 'g'), '$1 ')

/** How a value of a kind comes along when it is copied from somewhere. */
const pasted: Readonly<Record<(typeof kinds)[keyof typeof kinds]['name'] | 'lines', (text: string) => string>> = {
  phone: (text) => `\u202d+86 ${text.slice(0, 3)}-${wide(text.slice(3, 7))} ${text.slice(7)}\u202c`,
  'sms-code': (text) => `【广东工会】您的验证码是 ${text}，5分钟内有效，请勿告诉他人。`,
  name: (text) => `\u3000${text}\u200b\u3000`,
  'id-number': (text) => `证件号码：${wide(grouped(text)).toLowerCase()}`,
  'card-number': (text) => grouped(text).replace(/ /g, '\u00a0'),
  'member-no': (text) => `会员号：${wide(text)}`,
  amount: (text) => `￥${wide(text)}元`,
  serial: (text) => `票据号码：${wide(grouped(text))}`,
  grade: (text) => `${wide(text)}级`,
  words: (text) => `\u200b ${text}\u3000`,
  code: (text) => `\n ${text} \u200b`,
  lines: (text) => `\u202a${text}\u202c \n`,
}

/** Hands that paste, and remember what kinds they met. */
const met = new Set<string>()
const pasting: ActPhone = {
  ...inHand,
  type: async (label, text) => {
    const field = await screen.findByLabelText<HTMLInputElement>(label)
    const kind = field.tagName === 'TEXTAREA' ? 'lines' : (field.dataset.kind ?? '')
    met.add(kind)
    const copied = pasted[kind as keyof typeof pasted](text)
    await userEvent.clear(field)
    await userEvent.click(field)
    await userEvent.paste(copied)
    // A native field makes one line of it; nothing else may be missing.
    expect(field.value.replace(/\s/g, '')).toBe(copied.replace(/\s/g, ''))
  },
}

const { event } = kindTexts
const draftOf = (as: string, cause: 'ACCIDENT' | 'DEATH', page: string): Act['at'] => async (world) => {
  const who = await world.as(as)
  await grantAll(who, 'C3')
  return withParams(page, { claimId: (await who('createClaim', { body: { cause } })).ok().claimId })
}

/** Forms that no row of `builders/acts.ts` fills in as a whole. */
const more: readonly Act[] = [
  {
    sends: 'updateClaim', from: '意外', as: 'driver', at: draftOf('driver', 'ACCIDENT', routes.claimEvent), tap: claim.next,
    fill: async (phone) => {
      await phone.pick(event.accidentOn, '2026-11-01')
      await phone.type(event.place, '海珠区某路口')
      await phone.type(event.how, '送餐途中被撞倒。')
      await phone.choose(event.trafficNo)
      await phone.choose(event.admitted)
      await phone.choose(event.disabilityYes)
      await phone.type(event.grade, '8')
    },
  },
  {
    sends: 'updateClaim', from: '身故', as: 'beneficiary', at: draftOf('beneficiary', 'DEATH', routes.claimEvent), tap: claim.next,
    fill: async (phone) => {
      await phone.pick(event.deathAccidentOn, '2026-11-02')
      await phone.type(event.deathPlace, '越秀区某工地')
      await phone.type(event.deathHow, '高处坠落。')
      await phone.choose(event.trafficNo)
      await phone.pick(event.diedOn, '2026-11-02')
      await phone.press(idDocumentChoice.usual.more)
      await phone.choose(idDocumentZh.HK_MACAO_PASS)
      await phone.type(event.idNumber, 'M12345678')
    },
  },
  {
    sends: 'updateClaim', from: '费用金额，逐项', as: CLAIMANT, tap: claim.next,
    at: async (world) => withParams(routes.claimAmounts, { claimId: (await claimAt(world, 'DRAFT')).claimId }),
    fill: async (phone) => {
      const { amounts } = claim
      await phone.type(amounts.total, '37,000.00')
      await phone.type(amounts.pooled, '27000')
      await phone.type(amounts.selfPay, '10,000')
      await phone.type(amounts.outOfScope, '0')
      await phone.type(amounts.invoiceCode, '44990026')
      await phone.type(amounts.invoiceNumber, '0000000001')
    },
  },
  {
    sends: 'applyForMembership', from: '实名认证', as: 'overseas', at: () => routes.join, tap: joinTexts.submit,
    fill: async (phone) => {
      await phone.type(identityTexts.name, '欧阳·𠮷琳')
      await phone.press(idDocumentChoice.usual.more)
      await phone.choose(idDocumentZh.HK_MACAO_PASS)
      await phone.type(identityTexts.number, 'H12345678')
      await phone.pick(identityTexts.birth, '1994-08-23')
      await phone.choose(identityTexts.female)
      await phone.choose('美团')
      await phone.tick(joinTexts.agree('身份与参保状态核验'))
    },
  },
  {
    sends: 'submitClaim', from: '输入姓名代签', as: CLAIMANT, tap: claim.check.submit,
    at: async (world) => withParams(routes.claimCheck, { claimId: (await claimAt(world, 'COMPLETE')).claimId }),
    fill: async (phone, world) => {
      await phone.tick(claim.check.declare)
      await phone.tick(claim.sign.byName)
      await phone.type(claim.sign.name, (await world.store.transact((tx) => tx.get('account', CLAIMANT)))?.name ?? '')
    },
  },
  {
    sends: 'answerRecovery', from: '异议', as: CLAIMANT, tap: afterTexts.recovery.submit,
    at: async (world) => acts.find(({ sends }) => sends === 'answerRecovery')?.at(world) ?? '',
    fill: async (phone) => (await phone.choose(afterTexts.recovery.repay), await phone.type(afterTexts.recovery.objection, '金额不对。')),
  },
  {
    sends: 'giveFeedback', from: '想说的话', as: CLAIMANT, tap: afterTexts.feedback.submit,
    at: async (world) => acts.find(({ sends }) => sends === 'giveFeedback')?.at(world) ?? '',
    fill: async (phone) => (await phone.choose(afterTexts.feedback.scores[5]), await phone.type(afterTexts.feedback.words, '办得快。')),
  },
]

/** Those of the table with something to type; what a moment or a fresh code makes different is left out of the comparison. */
const typing = ['sendSmsCode', 'signIn', 'changePhone', 'createAuthorisation', 'submitScan', 'submitEntry', 'updateClaim', 'resubmitClaim', 'appealClaim', 'putBankAccount']
const forms = [...acts.filter(({ sends }) => typing.includes(sends)), ...more]

async function bodyOf(act: Act, hands: ActPhone): Promise<unknown> {
  const { app } = await readyTo(act, hands)
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${act.tap}`) }))
  await goOn(act)
  await waitFor(() => expect(app.server.asked).toContain(act.sends))
  const body = app.server.sent.filter(({ name }) => name === act.sends).pop()?.body as Record<string, unknown>
  return { ...body, ...('scannedAt' in body && { scannedAt: '', deviceId: '', clockSkewMs: 0 }), ...('code' in body && String(body.code).startsWith('v1.') && { code: String(body.code).length }) }
}

test.each(forms.map((act) => [titleOf(act), act] as const))('%s', async (_, act) => {
  const typed = await bodyOf(act, inHand)
  expect(await bodyOf(act, pasting)).toEqual(typed)
}, 40_000)

test('活动名单 查找', async () => {
  const { app } = await repAt(routes.repList)
  await pasting.type(listTexts.search, '陈')
  await inHand.press(listTexts.find)
  await waitFor(() => expect(app.server.sent.filter(({ name }) => name === 'listScans').pop()?.query.q).toBe('陈'))
})

test('every kind of field was pasted into', () => {
  expect([...met].sort()).toEqual([...Object.values(kinds).map(({ name }) => name), 'lines'].sort())
})

// --- too long: nothing is cut, what is too much is said, and nothing is sent

const long: readonly (readonly [sends: Act['sends'], label: string, most: number])[] = [
  ['appealClaim', claim.appeal.reasonLabel, 1000],
  ['resubmitClaim', claim.supplement.reason('医疗收费票据'), 200],
  ['answerRecovery', afterTexts.recovery.objection, 1000],
  ['giveFeedback', afterTexts.feedback.words, 500],
]
test.each(long)('%s with too many words', async (sends, label, most) => {
  const act = acts.find((one) => one.sends === sends)
  if (!act) throw new Error(`no act ${sends}`)
  const { app, button } = await readyTo(act)
  const field = await screen.findByLabelText<HTMLTextAreaElement>(label)
  const text = `${'一二三四五六七八九十'.repeat(most / 10)}尾巴`
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(text)
  expect(field.value).toBe(text)
  expect(await screen.findAllByText(/现在多了2个字，请删减/)).not.toEqual([])
  fireEvent.click(button)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect([app.server.asked.includes(sends), screen.queryByRole('alertdialog')]).toEqual([false, null])
})
