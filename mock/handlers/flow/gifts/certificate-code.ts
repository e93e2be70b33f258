import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { toBase64url } from '@/domain/base64url'
import { utf8, type Env } from '../../../core'
import type { EnrolmentRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { serverKeys } from '../events/card-keys'
import { linkPrefix } from '../events/poster-codes'

/** 128 bits as 22 signs: says nothing of the person, and nobody makes one up. */
export async function certificateCode(tx: Tx, env: Env, { id }: EnrolmentRecord): Promise<string> {
  const key = sha256(utf8(`certificate ${(await serverKeys(tx, env)).secretKey}`))
  const code = toBase64url(hmac(sha256, key, utf8(id)).subarray(0, 16))
  // Known from the first drawing on: who is shown it can ask.
  await tx.claimKey(nameOf(code), id)
  return code
}

export async function enrolmentBehind(tx: Tx, code: string): Promise<EnrolmentRecord | undefined> {
  const id = await tx.keyHolder(nameOf(code))
  return id === undefined ? undefined : tx.get('enrolment', id)
}

/** What the code on a certificate holds: the page that says whether it is ours. */
export const checkLink = (env: Env, code: string): string => linkPrefix(env).replace(/g\/$/, `v/${code}`)

const nameOf = (code: string): string => `certificateCode:${code}`
