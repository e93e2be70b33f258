import type { Account, AuthorisationRecord, BankCardRecord, CampaignRecord, ConsentRecord, CoverageRecord, EnrolmentRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { bankCardIdOf, consentIdOf, enrolmentKeyOf } from '../handlers/records'
import { consentIds } from '../handlers/words/consent-texts'
import { addDays, startOfDay } from '@/domain/dates'
import { cleanMemberNo } from '@/domain/cleaners'
import { seedData, type PersonaData } from './persona-data'
import { cleanRow } from './roster'

/** Accounts of all personas and staff, with what belongs to them but no claims. @param people the rosters, as they were typed */
export async function seedPeople(tx: Tx, people: Rosters = seedData): Promise<void> {
  for (const campaign of campaigns()) await tx.put('campaign', campaign)
  for (const persona of people.personas) await seedPersona(tx, cleanRow(persona))
  for (const { id, name, idNo, sex, birthDate, diedOn, union, memberships: [membership], coverages } of people.otherMembers) {
    await tx.put('account', cleanRow({ ...nobody, id, name, idNo, sex, birthDate, diedOn, union, membership: membershipOf(membership), mobile: '', roles: [] }))
    for (const coverage of coveragesOf({ id, coverages, union })) await tx.put('coverage', coverage)
  }
  for (const { id, name, roles, mobile, idNo, union = null } of people.staff) {
    await tx.put('account', cleanRow({ ...nobody, id, name, roles, mobile, union, idNo: idNo ?? null, realNameVerified: true }))
  }
}

/** Who is on them. */
type Rosters = Pick<typeof seedData, 'personas' | 'otherMembers' | 'staff'>

async function seedPersona(tx: Tx, persona: PersonaData): Promise<void> {
  await tx.put('account', accountOf(persona))
  for (const consent of consentsOf(persona)) await tx.put('consent', consent)
  for (const authorisation of authorisationsOf(persona)) await tx.put('authorisation', authorisation)
  const card = bankCardOf(persona)
  if (card) await tx.put('bankCard', card)
  for (const coverage of coveragesOf(persona)) await seedCoverage(tx, coverage)
}

/** Every cover has the enrolment that it came from; a gift also the campaign and the key that keeps it from being given twice. */
async function seedCoverage(tx: Tx, coverage: CoverageRecord): Promise<void> {
  const number = coverage.id.replace('CV-', '')
  const enrolment: EnrolmentRecord = {
    id: `EN-${number}`,
    ownerId: coverage.ownerId,
    certificateNo: `ZS-2026-9${number}`,
    planId: coverage.planId,
    campaignId: giftCampaigns[coverage.id] ?? null,
    coverageId: coverage.id,
    acceptedAt: startOfDay(addDays(coverage.effectiveOn, -1)).replace('T00', 'T10'),
  }
  await tx.put('coverage', { ...coverage, enrolmentId: enrolment.id })
  await tx.put('enrolment', enrolment)
  await tx.claimKey(enrolmentKeyOf(coverage.ownerId, coverage.planId, coverage.effectiveOn), enrolment.id)
}

/** Which campaign gave a seeded gift (personas.json `tickets`). */
const giftCampaigns: Readonly<Record<string, string>> = { 'CV-0002': 'CP-2026-02', 'CV-0007': 'CP-2026-03', 'CV-0009': 'CP-2026-03' }

const nobody: Omit<Account, 'id' | 'name' | 'roles' | 'mobile'> = {
  version: 1,
  personaId: null,
  idNo: null,
  sex: null,
  birthDate: null,
  groups: [],
  union: null,
  membership: null,
  realNameVerified: false,
  medicalInsurance: null,
  employment: null,
  elderMode: false,
}

const membershipOf = (membership: PersonaData['memberships'][number] | undefined): Account['membership'] => (membership ? { ...membership, memberNo: cleanMemberNo(membership.memberNo) } : null)

const accountOf = (persona: PersonaData): Account => ({
  ...nobody,
  id: persona.id,
  personaId: persona.id,
  name: persona.name,
  idNo: persona.idNo,
  sex: persona.sex,
  birthDate: persona.birthDate,
  mobile: persona.mobile,
  roles: persona.roles,
  groups: persona.groups,
  union: persona.union,
  membership: membershipOf(persona.memberships[0]),
  realNameVerified: persona.realNameVerified,
  medicalInsurance: persona.medicalInsurance,
  employment: persona.employment,
  elderMode: persona.preferences.elderMode,
  ...(persona.beneficiaryOf ? { beneficiaryOf: { memberId: persona.beneficiaryOf.memberRef, relation: persona.beneficiaryOf.relation } } : {}),
})

/** A consent that was never answered has no record. */
const consentsOf = ({ id, consents }: PersonaData): ConsentRecord[] =>
  consentIds.flatMap((consentId) => {
    const given = consents[consentId]
    if (!given?.at || given.version === undefined) return []
    const standing = consentId === 'C2' ? given.granted && (given.standing ?? false) : null
    return [{ id: consentIdOf(id, consentId), ownerId: id, consentId, version: given.version, granted: given.granted, standing, at: given.withdrawnAt ?? given.at, claimId: given.claimId ?? null }]
  })

/** C6 names who may act, and until when. */
const authorisationsOf = ({ id, consents: { C6 } }: PersonaData): AuthorisationRecord[] =>
  C6?.granted && C6.agent !== undefined && C6.expiresOn !== undefined && C6.at !== undefined ? [{ id: `auth-${id}`, ownerId: id, agentId: C6.agent, relation: 'UNION', grantedAt: C6.at, until: C6.expiresOn, endedAt: null }] : []

const bankCardOf = ({ id, bankCard }: PersonaData): BankCardRecord | null =>
  bankCard && {
    id: bankCardIdOf(id),
    ownerId: id,
    number: bankCard.number,
    issuer: bankCard.issuer,
    kind: bankCard.kind,
    verifiedAt: bankCard.verifiedAt,
    // A card that the bank has closed meanwhile is marked when its payout comes back (seed/claims.ts).
    problemCode: null,
    boundAt: bankCard.verifiedAt,
  }

const coveragesOf = ({ id, coverages, union }: Pick<PersonaData, 'id' | 'coverages' | 'union'>): CoverageRecord[] =>
  coverages.map(({ coverageId, city, ...coverage }) => ({ ...coverage, id: coverageId, ownerId: id, enrolmentId: null, cityCode: city ?? union?.cityCode ?? 'default' }))

const campaigns = (): CampaignRecord[] =>
  seedData.campaigns.map((campaign) => ({ ...campaign, used: 0, leased: 0 }))
