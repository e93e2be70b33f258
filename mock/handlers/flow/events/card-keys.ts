import { newKeyPair, type KeyPair } from '@/domain/card-code'
import { META_ID, randomText, type Env } from '../../../core'
import type { Account, MemberDeviceRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'

/** The pair that signs device certificates; made once and kept in the store. */
export async function serverKeys(tx: Tx, env: Env): Promise<KeyPair> {
  const meta = await tx.get('meta', META_ID)
  const kept = readPair(meta?.keyPair)
  if (kept) return kept
  const made = newKeyPair(env.randomBytes(32))
  await tx.put('meta', { id: META_ID, clockOffsetMs: 0, seededAt: '', ...meta, keyPair: `${made.publicKey}.${made.secretKey}` })
  return made
}

function readPair(text: string | undefined): KeyPair | undefined {
  const [publicKey, secretKey] = text?.split('.') ?? []
  return publicKey && secretKey ? { publicKey, secretKey } : undefined
}

/** What stands for the member in card codes: random, so that a code tells nobody who it is. */
export async function memberRefOf(tx: Tx, env: Env, account: Account): Promise<string> {
  if (account.memberRef !== undefined) return account.memberRef
  const memberRef = randomText(env, 16)
  await tx.put('account', { ...account, memberRef })
  await tx.claimKey(refName(memberRef), account.id)
  return memberRef
}

export async function memberBehind(tx: Tx, memberRef: string): Promise<Account | undefined> {
  const id = await tx.keyHolder(refName(memberRef))
  return id === undefined ? undefined : tx.get('account', id)
}

/** The member whose device holds a key now; a key that was replaced belongs to nobody. */
export const deviceKeyName = (publicKey: string): string => `deviceKey:${publicKey}`
const refName = (memberRef: string): string => `memberRef:${memberRef}`

/** What certified phones rest on. */
export interface KeptCards {
  keyPair: string | undefined
  memberRefs: [accountId: string, memberRef: string][]
  devices: MemberDeviceRecord[]
}

export const keptCards = async (tx: Tx): Promise<KeptCards> => ({
  keyPair: (await tx.get('meta', META_ID))?.keyPair,
  memberRefs: (await tx.list('account')).flatMap(({ id, memberRef }) => (memberRef === undefined ? [] : [[id, memberRef]])),
  devices: await tx.list('memberDevice'),
})

/** After a reset phones know nothing of it: their certificates have to hold on. */
export async function restoreCards(tx: Tx, { keyPair, memberRefs, devices }: KeptCards): Promise<void> {
  const meta = await tx.get('meta', META_ID)
  if (meta) await tx.put('meta', { ...meta, keyPair })
  for (const [accountId, memberRef] of memberRefs) {
    const account = await tx.get('account', accountId)
    if (!account) continue
    await tx.put('account', { ...account, memberRef })
    await tx.claimKey(refName(memberRef), accountId)
  }
  for (const device of devices) {
    await tx.put('memberDevice', device)
    await tx.claimKey(deviceKeyName(device.publicKey), device.id)
  }
}
