import { useQuery } from '@tanstack/react-query'
import type { LeadsTo } from '@/contract/schemas/common'
import type { Config, Notice } from '@/contract/schemas/session'
import { configQuery } from './config'
import { APP_VERSION, isOlder } from './version'

const tooOld: Notice = { page: 'all', titleZh: '请更新到最新版本', textZh: '您使用的版本已停止服务,请关闭后重新打开;您填写的内容都在。', phone: null, blocking: false }

/** What the server has to say on one page, most urgent first; `blocking` ones stand in place of the content (an outage). */
export function noticesFor(config: Pick<Config, 'notices' | 'minVersion'> | undefined, page?: LeadsTo['page']): Notice[] {
  if (!config) return []
  const said = config.notices.filter((notice) => notice.page === 'all' || notice.page === page)
  const all = isOlder(APP_VERSION, config.minVersion) ? [tooOld, ...said] : said
  return [...all.filter(({ blocking }) => blocking), ...all.filter(({ blocking }) => !blocking)]
}

/** For `<Page notices={…}>`. Without a page: only what is for all of them. */
export function useNotices(page?: LeadsTo['page']): Notice[] {
  return noticesFor(useQuery(configQuery()).data, page)
}
