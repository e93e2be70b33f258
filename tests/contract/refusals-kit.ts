import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints, type EndpointName } from '@/contract/endpoints'
import type { Claim, UpdateClaim } from '@/contract/schemas/claim'
import type { CallInput, Reply } from '@tests/builders/api'
import { matched } from '@tests/builders/after-submission'
import { CLAIMANT, grant } from '@tests/builders/golden-claims'
import { createWorld, type Refusing, type World } from '@tests/builders/world'
import { SIGNED } from '@tests/builders/signature'

export type Provoke<N extends EndpointName> = (world: World) => Promise<Reply<N> & Refusing>
type DeclaredBy<N extends EndpointName> = (typeof endpoints)[N]['errors'][number]

export type Refusals = { [N in EndpointName]: { [C in DeclaredBy<N>]: Provoke<N> } }

export const versioned = ({ claimId, version }: { claimId: string; version: number }): { params: { claimId: string }; version: number } => ({ params: { claimId }, version })

/** Matched without C3, and objected to: papers may come, once they may be looked at. */
export async function disputed(world: World): Promise<Claim> {
  return (await (await world.as(CLAIMANT))('disputeAutoClaim', { ...versioned(await matched(world)), body: { choice: 'DATA_WRONG' } })).ok()
}

export const REAL_PHONE = '13900000000'
export const INVOICE_KEY = 'invoice:44990026-0000000001'

export const sms = (phone: string, code: string) => ({ method: 'sms' as const, phone, code, privacyVersion: '1.0' })
export const gift = (campaignId: string) => ({ campaignId, consents: [{ consentId: 'C1' as const, version: '1.0' }] })
export const fixture = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(__dirname, '../builders/fixtures', name)))

/** The code of a real number stands only in the server's log. */
export async function codeSentTo({ anonymous, log }: World, phone: string): Promise<string> {
  ;(await anonymous('sendSmsCode', { body: { phone } })).ok()
  return /\d{6}$/.exec(log[log.length - 1] ?? '')?.[0] ?? ''
}

export function asCourier<N extends EndpointName>(name: N, input: CallInput<N>): Provoke<N> {
  return async (world) => (await world.as(CLAIMANT))(name, input)
}
export function withoutC1<N extends EndpointName>(name: N, input: CallInput<N>): Provoke<N> {
  return async (world) => {
    await grant(world, CLAIMANT, 'C1', false)
    return asCourier(name, input)(world)
  }
}
export function outsideTestMode<N extends EndpointName>(name: N, input: CallInput<N>): Provoke<N> {
  return async () => (await createWorld({ env: { testMode: false } })).anonymous(name, input)
}
export function bind(cardNumber: string): Provoke<'putBankAccount'> {
  return asCourier('putBankAccount', { body: { cardNumber } })
}
export async function change(world: World, { claimId, version }: { claimId: string; version: number }, body: UpdateClaim): Promise<Reply<'updateClaim'>> {
  return (await world.as(CLAIMANT))('updateClaim', { params: { claimId }, version, body })
}
export async function register(world: World, { claimId }: { claimId: string }, clientRef: string): Promise<Reply<'registerDocument'>> {
  return (await world.as(CLAIMANT))('registerDocument', { params: { claimId }, body: { documentType: 'OTHER', clientRef, name: 'a.jpg' } })
}
export async function upload(world: World, params: { claimId: string; documentId: string }, bytes: Uint8Array): Promise<Reply<'uploadDocument'>> {
  return (await world.as(CLAIMANT))('uploadDocument', { params, file: { bytes, name: 'a.jpg' } })
}
export async function cardPhoto(world: World, bytes: Uint8Array): Promise<Reply<'sendCardPhoto'>> {
  return (await world.as(CLAIMANT))('sendCardPhoto', { file: { bytes, name: 'a.jpg' } })
}
export async function submit(world: World, { claimId }: { claimId: string }): Promise<Reply<'submitClaim'>> {
  const courier = await world.as(CLAIMANT)
  const { version } = (await courier('getClaim', { params: { claimId } })).ok()
  return courier('submitClaim', { params: { claimId }, version, body: SIGNED })
}
