import type { Me } from '@/contract/schemas/session'
import { maskIdNo, maskMobile, maskName } from '@/domain/masking'
import { documentOf } from '../flow/people/identity'
import type { Account } from '../../store/entities'

/** The signed-in person as the app may show them: masked here, on the server. */
export const meView = (account: Account): Me => ({
  accountId: account.id,
  nameMasked: maskName(account.name),
  mobileMasked: maskMobile(account.mobile),
  idNoMasked: account.idNo === null ? null : maskIdNo(account.idNo),
  idTypeZh: documentOf(account)?.typeZh ?? null,
  realName: account.realNameVerified,
  roles: account.roles,
  unionZh: account.union?.nameZh ?? null,
  memberNo: account.membership?.memberNo ?? null,
  preferences: { elderMode: account.elderMode },
  version: account.version,
})
