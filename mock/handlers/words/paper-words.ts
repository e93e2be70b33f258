import { DocumentType } from '@/contract/schemas/claim'
import type { NeededPaper } from '@/contract/schemas/claim-kind'
import { documentTypes } from '../../rules/plans'

export interface PaperWords {
  titleZh: string
  whyZh: string
  tipZh: string
  /** How its sample picture is laid out, and what is marked on it. */
  look: NeededPaper['look']
  marksZh: string[]
}

const words: Readonly<Record<DocumentType, Omit<PaperWords, 'titleZh'>>> = {
  ID_CARD: { whyZh: '用来核对申领人就是会员本人。交过一次以后不用再交。', tipZh: '正面和反面各拍一张，四个角都在画面里，不要反光。', look: 'CARD', marksZh: ['四角完整', '号码清楚'] },
  DISCHARGE_SUMMARY: { whyZh: '写有入院、出院日期和住院原因，用来确认在保障期内。', tipZh: '出院时医院会给；每一页都要拍，盖章处要清楚。没有的话可到病案室补打。', look: 'LETTER', marksZh: ['入院、出院日期', '医院盖章'] },
  MEDICAL_INVOICE: { whyZh: '用来核对这次治疗的总费用，并确认票据没有申领过。', tipZh: '电子票据请下载PDF上传；纸质票据请平放拍摄，右上角的代码和号码要看得清。', look: 'TABLE', marksZh: ['票据代码、号码', '总费用'] },
  INSURANCE_SETTLEMENT: { whyZh: '写有医保支付、个人自付和自费各多少，互助金按它计算。', tipZh: '结算窗口会打印，也可以在医保服务平台下载；费用栏要完整。', look: 'TABLE', marksZh: ['医保支付', '自付、自费'] },
  EXPENSE_LIST: { whyZh: '列出每一项自费项目，自费补贴按它计算。', tipZh: '每一页都要拍，页码要连续。', look: 'TABLE', marksZh: ['自费项目', '页码连续'] },
  OFFSITE_SETTLEMENT: { whyZh: '异地就医或手工报销时，用来确认医保已报销多少。', tipZh: '需要医保经办机构盖章；本地直接结算的不用交。', look: 'TABLE', marksZh: ['报销金额', '经办机构盖章'] },
  ACCIDENT_STATEMENT: { whyZh: '用来说明事故的时间、地点和经过。', tipZh: '写清楚事情经过，由单位或工会盖章；没有单位的由所在工会盖章。', look: 'LETTER', marksZh: ['时间、地点、经过', '单位或工会盖章'] },
  TREATMENT_RECORD: { whyZh: '受伤后第一次就诊的记录，用来确认是意外受伤。', tipZh: '门诊或急诊病历，每一页都要拍，日期和医生签名要清楚。', look: 'FORM', marksZh: ['就诊日期', '医生签名'] },
  TRAFFIC_REPORT: { whyZh: '因交通事故受伤的，用来确认责任划分。', tipZh: '交警出具的责任认定书；不是交通事故的不用交。', look: 'LETTER', marksZh: ['责任划分', '交警盖章'] },
  DISABILITY_ASSESSMENT: { whyZh: '写有伤残等级，伤残互助金按等级计算。', tipZh: '受伤后180天内由二级以上医院或鉴定机构出具；等级和盖章要清楚。', look: 'LETTER', marksZh: ['伤残等级', '鉴定机构盖章'] },
  DIAGNOSIS_PROOF: { whyZh: '写有疾病名称和确诊日期，用来确认在约定的疾病之内。', tipZh: '由医院开具并盖章；“疑似”“待查”的不能作为确诊，请等确诊后再开。', look: 'LETTER', marksZh: ['疾病名称、日期', '医院盖章'] },
  PATHOLOGY_REPORT: { whyZh: '确诊的依据，用来确认属于哪一类。', tipZh: '病理报告或手术记录，有一份即可；结论一栏要拍完整。', look: 'FORM', marksZh: ['病理结论', '报告日期'] },
  MEDICAL_RECORD_COVER: { whyZh: '写有主要诊断和编码，用来核对诊断。', tipZh: '在医院病案室复印，盖章后拍照。', look: 'FORM', marksZh: ['主要诊断', '病案室盖章'] },
  DEATH_CERTIFICATE: { whyZh: '用来确认身故日期和原因。', tipZh: '医院或公安机关出具；死亡原因一栏要清楚。', look: 'LETTER', marksZh: ['日期和原因', '盖章'] },
  HUKOU_CANCELLATION: { whyZh: '用来确认户口已经注销。', tipZh: '派出所出具的注销证明，或户口本上盖了注销章的那一页。', look: 'LETTER', marksZh: ['姓名', '注销章'] },
  BENEFICIARY_ID: { whyZh: '用来核对领取互助金的人就是受益人本人。', tipZh: '正面和反面各拍一张，四个角都在画面里，不要反光。', look: 'CARD', marksZh: ['四角完整', '号码清楚'] },
  KINSHIP_PROOF: { whyZh: '用来确认您与会员的关系。', tipZh: '户口本、结婚证、出生证明或派出所、居委会开具的证明，有一种即可。', look: 'LETTER', marksZh: ['两个人的姓名', '盖章'] },
  AGENT_ID: { whyZh: '用来核对代办人就是会员授权的人。交过一次以后不用再交。', tipZh: '代办人自己的证件，正面和反面各拍一张，不要反光。', look: 'CARD', marksZh: ['四角完整', '号码清楚'] },
  OTHER: { whyZh: '您认为有助于说明情况的其他材料。', tipZh: '可以不交。', look: 'LETTER', marksZh: [] },
}

/** What a paper is, why it is needed and how it is photographed well. */
export const paperWords = (type: DocumentType): PaperWords => ({ titleZh: paperTitle(type), ...words[type] })

export const paperTitle = (type: string): string => documentTypes.find(({ id }) => id === type)?.zh ?? '其他材料'

/** Papers that are files of a claim; CLAIM_FORM, RECORD_QUERY_AUTH and AGENT_AUTHORIZATION are signed in the app, BANK_CARD is bound. */
export const isPaper = (type: string): type is DocumentType => DocumentType.options.some((option) => option === type)

/** As it is shown before there is a claim. */
export const neededPaper = (documentType: DocumentType): NeededPaper => ({ documentType, ...paperWords(documentType) })
