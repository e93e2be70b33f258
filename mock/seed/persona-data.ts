import * as v from 'valibot'
import { Instant, LocalDate, PlanId, Role } from '@/contract/schemas/common'
import json from './personas.json'

/** The part of personas.json that the seed reads; everything else in the file is for testers. */
const Union = v.object({ nameZh: v.string(), pathZh: v.array(v.string()), cityCode: v.string() })
const Membership = v.object({ memberNo: v.string(), memberType: v.string(), platform: v.nullable(v.string()), status: v.string(), joinedOn: LocalDate, dataAsOf: Instant })
const CoverageData = v.object({
  coverageId: v.string(),
  planId: PlanId,
  shares: v.number(),
  source: v.string(),
  first: v.boolean(),
  effectiveOn: LocalDate,
  waitingEndsOn: v.nullable(LocalDate),
  benefitsFrom: LocalDate,
  endsOn: LocalDate,
  city: v.optional(v.string()),
})
const ConsentData = v.object({
  granted: v.boolean(),
  version: v.optional(v.string()),
  at: v.optional(Instant),
  standing: v.optional(v.boolean()),
  withdrawnAt: v.optional(Instant),
  claimId: v.optional(v.string()),
  /** C6 only. */
  agent: v.optional(v.string()),
  expiresOn: v.optional(LocalDate),
})
const CardData = v.object({ number: v.string(), issuer: v.string(), kind: v.string(), verifiedAt: Instant })
const Settlement = v.object({
  id: v.string(),
  cause: v.picklist(['ILLNESS', 'ACCIDENT']),
  hospital: v.string(),
  admittedOn: LocalDate,
  dischargedOn: LocalDate,
  invoiceKey: v.string(),
  totalFen: v.number(),
  pooledFen: v.number(),
  inScopeSelfPayFen: v.number(),
  outOfScopeFen: v.number(),
  dataAsOf: Instant,
  claimId: v.string(),
})
const PersonaData = v.object({
  id: v.string(),
  name: v.string(),
  /** null with sex and birthDate: 实名认证 is still to come. */
  idNo: v.nullable(v.string()),
  sex: v.nullable(v.picklist(['MALE', 'FEMALE'])),
  birthDate: v.nullable(LocalDate),
  mobile: v.string(),
  roles: v.array(Role),
  union: v.nullable(Union),
  groups: v.array(v.string()),
  situationZh: v.string(),
  memberships: v.array(Membership),
  realNameVerified: v.boolean(),
  medicalInsurance: v.nullable(v.string()),
  employment: v.string(),
  coverages: v.array(CoverageData),
  consents: v.record(v.string(), ConsentData),
  bankCard: v.nullable(CardData),
  preferences: v.object({ elderMode: v.boolean() }),
  /** With `settlementArrivesAt` the settlements are still to be reported by the medical insurance partner. */
  records: v.object({ settlements: v.optional(v.array(Settlement)), settlementArrivesAt: v.optional(Instant), tickets: v.array(v.object({ ticketId: v.string(), campaignId: v.string() })) }),
  rep: v.optional(v.object({ deviceId: v.string() })),
  beneficiaryOf: v.optional(v.object({ memberRef: v.string(), relation: v.string() })),
})
/** Members who have died: nobody signs in. */
const OtherMember = v.object({ id: v.string(), name: v.string(), idNo: v.string(), sex: v.picklist(['MALE', 'FEMALE']), birthDate: LocalDate, diedOn: LocalDate, union: Union, memberships: v.array(Membership), coverages: v.array(CoverageData) })
const Staff = v.object({ id: v.string(), name: v.string(), roles: v.array(Role), mobile: v.string(), idNo: v.optional(v.string()), union: v.optional(Union), situationZh: v.optional(v.string()) })
const Campaign = v.object({
  id: v.string(),
  nameZh: v.string(),
  sponsor: v.string(),
  fundSource: v.string(),
  planId: PlanId,
  targetGroups: v.array(v.string()),
  regions: v.array(v.string()),
  quota: v.number(),
  perRepQuota: v.number(),
  opensAt: Instant,
  closesAt: Instant,
  ageMin: v.number(),
  ageMax: v.number(),
  medicalInsurance: v.array(v.string()),
  noRegift: v.boolean(),
})
const File = v.object({
  asOf: Instant,
  personas: v.array(PersonaData),
  otherMembers: v.array(OtherMember),
  staff: v.array(Staff),
  campaigns: v.array(Campaign),
  events: v.array(v.object({ id: v.string(), campaignId: v.string(), placeZh: v.string(), opensAt: Instant, closesAt: Instant, repIds: v.array(v.string()), posterCode: v.string() })),
  leases: v.array(v.object({ id: v.string(), eventId: v.string(), repId: v.string(), deviceId: v.string(), size: v.number(), expiresAt: Instant })),
})

export type PersonaData = v.InferOutput<typeof PersonaData>
export type SettlementData = v.InferOutput<typeof Settlement>

/** The fictitious people of the test mode, parsed once. */
export const seedData = v.parse(File, json)
