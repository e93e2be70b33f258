import type { Platform } from '@/contract/schemas/event'
import type { Account } from '../store/entities'

/**
 * Whether a platform knows somebody as its worker. Simulated: every platform knows everybody, except phones ending in 13, whom none
 * knows; `其他` cannot be asked and counts as known.
 */
export const worksFor = (platform: Platform, { mobile }: Pick<Account, 'mobile'>): boolean => platform === '其他' || !mobile.endsWith('13')

/** The union that a platform's workers in Guangzhou join. */
export const unionOf = (platform: Platform): NonNullable<Account['union']> => ({
  nameZh: `广州市新就业形态劳动者工会联合会${platform === '其他' ? '' : platform}分会（示例）`,
  pathZh: ['广东省总工会', '广州市总工会'],
  cityCode: '4401',
})
