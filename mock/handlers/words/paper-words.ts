import { DocumentType } from '@/contract/schemas/claim'
import { documentTypes } from '../../rules/plans'

export interface PaperWords {
  titleZh: string
  whyZh: string
  tipZh: string
}

const words: Readonly<Record<DocumentType, Omit<PaperWords, 'titleZh'>>> = {
  ID_CARD: { whyZh: '用来核对申领人就是会员本人。交过一次以后不用再交。', tipZh: '正面和反面各拍一张,四个角都在画面里,不要反光。' },
  DISCHARGE_SUMMARY: { whyZh: '写有入院、出院日期和住院原因,用来确认在保障期内。', tipZh: '出院时医院会给;每一页都要拍,盖章处要清楚。没有的话可到病案室补打。' },
  MEDICAL_INVOICE: { whyZh: '用来核对这次住院的总费用,并确认票据没有申领过。', tipZh: '电子票据请下载PDF上传;纸质票据请平放拍摄,右上角的代码和号码要看得清。' },
  INSURANCE_SETTLEMENT: { whyZh: '写有医保支付、个人自付和自费各多少,互助金按它计算。', tipZh: '结算窗口会打印,也可以在医保服务平台下载;费用栏要完整。' },
  EXPENSE_LIST: { whyZh: '列出每一项自费项目,自费补贴按它计算。', tipZh: '每一页都要拍,页码要连续。' },
  OFFSITE_SETTLEMENT: { whyZh: '异地就医或手工报销时,用来确认医保已报销多少。', tipZh: '需要医保经办机构盖章;本地直接结算的不用交。' },
  ACCIDENT_STATEMENT: { whyZh: '用来说明受伤的时间、地点和经过。', tipZh: '写清楚怎么受伤的,由单位或工会盖章;没有单位的由所在工会盖章。' },
  TREATMENT_RECORD: { whyZh: '受伤后第一次就诊的记录,用来确认是意外受伤。', tipZh: '门诊或急诊病历,每一页都要拍,日期和医生签名要清楚。' },
  TRAFFIC_REPORT: { whyZh: '因交通事故受伤的,用来确认责任划分。', tipZh: '交警出具的责任认定书;不是交通事故的不用交。' },
  OTHER: { whyZh: '您认为有助于说明情况的其他材料。', tipZh: '可以不交。' },
}

/** What a paper is, why it is needed and how it is photographed well. */
export const paperWords = (type: DocumentType): PaperWords => ({ titleZh: paperTitle(type), ...words[type] })

export const paperTitle = (type: string): string => documentTypes.find(({ id }) => id === type)?.zh ?? '其他材料'

/** Papers that are files of a claim; CLAIM_FORM is signed in the app, BANK_CARD is bound, the rest belongs to claims that the app does not take yet. */
export const isPaper = (type: string): type is DocumentType => DocumentType.options.some((option) => option === type)
