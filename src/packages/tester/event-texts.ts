import type { AuditedScan, Light, RepLease } from '@/contract/schemas/event'
import { formatInstantZh } from '@/domain/dates'

export const lightZh: Record<Light, string> = { green: '通过', amber: '待确认', red: '未通过' }
const leaseZh: Record<RepLease['state'], string> = { LIVE: '有效', RETURNED: '已退回', EXPIRED: '已到期', REVOKED: '已吊销' }

export const eventTexts = {
  stops: '被暂停的工作人员',
  noStops: '没有被暂停的工作人员',
  stop: (members: number, limit: number) => `一小时内扫了${members}人，上限${limit}人`,
  lift: '解除暂停',
  lifted: (rep: string) => `${rep} 可以继续扫码`,
  leases: '离线名额',
  noLeases: '没有领出的离线名额',
  lease: (left: number, size: number, state: RepLease['state']) => `剩${left}/${size}个，${leaseZh[state]}`,
  device: (deviceNo: string) => `设备 ${deviceNo}`,
  revoke: '吊销名额',
  revokeTitle: (rep: string) => `吊销 ${rep} 的离线名额？`,
  revokeText: '用于手机丢失：没用完的名额退回，这部手机还没上传的登记作废。',
  revoked: (rep: string) => `${rep} 的离线名额已吊销`,
  unbind: '解除设备绑定',
  unbound: (rep: string) => `${rep} 的下一部手机可以绑定`,
  labelFor: (button: string, what: string) => `${button} ${what}`,
  fill: (eventId: string, count: number) => `给 ${eventId} 加${count}条登记`,
  filled: (eventId: string, made: number) => `${eventId} 已加${made}条登记`,
  audit: '扫码审计',
  noScans: '还没有扫码记录',
  scan: ({ light, code, memberZh }: AuditedScan) => `${lightZh[light]} ${code}${memberZh === null ? '' : ` ${memberZh}`}`,
  scanDetail: ({ at, repZh, deviceId, offline, entered, signed }: AuditedScan) => [formatInstantZh(at), repZh, deviceId, ...(offline ? ['离线'] : []), ...(entered ? ['手工登记'] : []), ...(signed ? ['现场签名'] : [])].join(' · '),
  skew: (ms: number | null) => (ms === null ? '时钟差未报告' : `时钟差${Math.round(ms / 1000)}秒`),
  more: '多看一些',
} as const
