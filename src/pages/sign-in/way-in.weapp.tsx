import { loginCode } from '@/platform/login'
import { Notice } from '@/ui'
import { texts } from './texts'
import type { WayIn } from './way-in.types'

/** Mini-program: WeChat says who this is. Twin: way-in.tsx. */
export function useWayIn(): WayIn {
  return {
    label: texts.wechat,
    check: () => [],
    credentials: async () => ({ method: 'wechat', code: await loginCode() }),
    fields: <Notice>{texts.wechatHint}</Notice>,
  }
}
