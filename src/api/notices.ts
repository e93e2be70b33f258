import { useQuery } from '@tanstack/react-query'
import type { LeadsTo } from '@/contract/schemas/common'
import type { Config, Notice } from '@/contract/schemas/session'
import { useUnkept } from '@/state/unkept-store'
import { useNewVersion } from '@/state/version-store'
import { configQuery } from './config'
import { APP_VERSION, isOlder } from './version'

const tooOld: Notice = { page: 'all', titleZh: '请更新到最新版本', textZh: '您使用的版本已停止服务，请关闭后重新打开；您填写的内容都在。', phone: null, blocking: false }

/** Of the phone and not of the server, but said in the same place: what is typed now would be gone with the app. */
export const notKept = {
  page: 'all',
  titleZh: '手机存不下新内容',
  textZh: '现在填写的内容和登录状态只保留到关闭之前。请清理手机或微信的存储空间，再回到这里继续；已经提交和上传的不受影响。',
  phone: null,
  blocking: false,
  urgent: true,
} as const

/** The same where the browser keeps nothing at all: there is nothing to tidy up. */
export const keepsNothing = {
  ...notKept,
  titleZh: '浏览器没有保存内容',
  textZh: '可能关闭了 Cookie。您可以照常办理，但填写的内容和登录状态只保留到关闭页面之前；已经提交和上传的不受影响。',
} as const

/** Of the phone as well: taken at the next start by itself. */
const newVersion = { page: 'all', titleZh: '有新版本', textZh: '下次打开时更新；也可以现在更新，您填写的内容都在。', phone: null, blocking: false, urgent: true } as const

/** What the server has to say on one page, most urgent first; `blocking` ones stand in place of the content (an outage). */
export function noticesFor(config: Pick<Config, 'notices' | 'minVersion'> | undefined, page?: LeadsTo['page']): Notice[] {
  if (!config) return []
  const said = config.notices.filter((notice) => notice.page === 'all' || notice.page === page)
  const all = isOlder(APP_VERSION, config.minVersion) ? [tooOld, ...said] : said
  return [...all.filter(({ blocking }) => blocking), ...all.filter(({ blocking }) => !blocking)]
}

/** For `<Page notices={…}>`. Without a page: only what is for all of them. */
export function useNotices(page?: LeadsTo['page']): (Notice & { urgent?: boolean; action?: { label: string; onPress: () => void } })[] {
  const unkept = useUnkept((state) => state.unkept)
  const take = useNewVersion((state) => state.take)
  const said = noticesFor(useQuery(configQuery()).data, page)
  return [...(unkept ? [unkept === 'FULL' ? notKept : keepsNothing] : []), ...said, ...(take ? [{ ...newVersion, action: { label: '立即更新', onPress: take } }] : [])]
}
