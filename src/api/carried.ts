import { fits } from './fits'

/**
 * What no update throws away: without it the card shows no code and a rep finds no event and judges no scan where there is no network. An older
 * shape is brought over by a step of its own, written here when the shape changes; what no step knows stays on the phone as it is until the
 * server's answer replaces it. Steps by resource, then by the fingerprint it was kept with; undefined where the data are damaged.
 */
type Step = (data: unknown) => unknown

/** Shapes of builds that knew no fingerprints and looked at no answer; they stay as they are, whatever the contract becomes. */
const before: readonly string[] = [
  'nameMasked:s memberNo:s unionZh:s unionPathZh:[s memberTypeZh:s platformZh:~s joinedOn:s statusZh:s active:b medicalInsuranceZh:s dataAsOf:s',
  'publicKey:s certificate:s expiresMs:n serverMs:n deviceMs:n',
  'items:[3',
  'eventId:s campaignId:s nameZh:s placeZh:s planNameZh:s opensAt:s closesAt:s state:s stateZh:s doneToday:n',
  'event:3 quota:6 share:7 lights:8 figures:[9 unconfirmed:n waiting:n hintZh:s lease:~10 deviceBound:b serverTime:s',
  'event:3 serverKeys:[11 rules:12 revocations:13 lease:~10 words:[14 serverTime:s fetchedAt:n',
  'total:n left:n leftZh:s',
  'max:n leased:n done:n',
  'green:n amber:n red:n',
  'code:s light:s labelZh:s count:n',
  'leaseId:s eventId:s size:n left:n expiresAt:s state:s',
  'keyId:s publicKey:s',
  'clockSkewGreenSeconds:n clockSkewRefuseSeconds:n sameCodePauseSeconds:n offlineQueueMax:n syncConcurrency:n anomalyPerHour:n',
  'deviceKeys:[s leaseIds:[s',
  'code:s light:s repZh:s retryable:b',
]
const kept = (shape: string): Step => (data) => (fits(before, shape, data) ? data : undefined)
const asItWas = (shape: string): Readonly<Record<string, Step>> => ({ '': kept(shape) })

export const carried: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  card: asItWas('0'), device: asItWas('1'), 'rep-events': asItWas('2'), 'rep-event': asItWas('4'), 
  // DxIf_zPf: before the words above a signature came with it; the pad does without them.
  'rep-kit': { ...asItWas('5'), DxIf_zPf: kept('5') },
}
