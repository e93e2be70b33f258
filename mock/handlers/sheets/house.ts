import type { Block } from '../../drawing'
import { HOTLINE } from '../words/privacy'

/** Who issues everything that is drawn here. */
export const ISSUER = '广东省职工保障互助会'
export const SAMPLE = '示例数据'

/** At the foot of what a member keeps. */
export const footOf = (...lines: string[]): string[] => [...lines, `咨询电话 ${HOTLINE} · 本文书由系统生成，人物与数据均为示例`]

/** Who, when, and a round mark that says itself that it is none of a seal. */
export const issuedBy = (dateZh: string): Block => ({ kind: 'issuer', nameZh: ISSUER, dateZh, markZh: '电子文书示例' })
