import type { EndpointName } from './endpoints'

/** Written by `npm run openapi` from endpoints.ts; do not edit. A test compares the two. */
export const answersAtOnce: Readonly<Partial<Record<EndpointName, string>>> = {
  getConfig: '2',
  refreshSession: '4',
  getHome: '8',
}

export const objectsAtOnce: readonly string[] = [
  'version:s summaryZh:[s',
  'page:s titleZh:s textZh:s phone:~s blocking:b',
  'minVersion:s testMode:b serverTime:s hotline:s privacy:0 notices:[1',
  'accountId:s nameMasked:s roles:[s',
  'accessToken:s expiresInSeconds:n refreshToken:s account:3',
  'coverageId:s planId:s planNameZh:s shares:n sourceZh:s effectiveOn:s endsOn:s waitingEndsOn:~s benefitsFrom:s status:s statusZh:s daysLeft:n daysTotal:n capFen:n usedFen:n sample:b',
  'page:s id:~s',
  'kind:s titleZh:s textZh:s tone:s leadsTo:6',
  'nameMasked:s unionZh:~s memberNo:~s covers:[5 todos:[7 offerAuto:b unread:n serverTime:s',
]
