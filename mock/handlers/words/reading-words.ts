import type { FieldName } from '../../partners/recognition'

/** Words about what was read from papers. */
export const readingWords = {
  fields: {
    invoiceCode: '票据代码', invoiceNumber: '票据号码', checkCode: '校验码', issuedOn: '开票日期', admittedOn: '入院日期', dischargedOn: '出院日期', totalFen: '总费用', pooledFen: '医保已付',
    selfPayFen: '自付', outOfScopeFen: '自费', hospital: '医院', patient: '姓名',
  } satisfies Record<FieldName, string>,
  /** `whose`: of the two below. */
  stranger: (file: string, found: string, whose: string): string => `“${file}”上的姓名读作“${found}”，与${whose}不一样。请看看是不是拿错了；如果只是没有读准，可以继续。`,
  ownName: (name: string): string => `您的姓名“${name}”`,
  /** Who files for somebody else knows them by a masked name only. */
  othersName: (masked: string): string => `会员“${masked}”`,
  severalBills: (count: number): string => `读到${count}张收费票据，金额请按几张的合计填写。`,
}
