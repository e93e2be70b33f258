import path from 'node:path'
import { texts as signIn } from '@/pages/sign-in/texts'
import { openMiniProgram, type MiniProgram, type OpenOptions } from './host'

const DIST = path.resolve(__dirname, '../../dist/weapp')

/** The built mini-program on a phone of its own that talks to this backend; WeChat says that a persona holds it. */
export const openPhone = (backend: { base: string }, persona: string, { mocks, ...more }: OpenOptions = {}): Promise<MiniProgram> =>
  openMiniProgram(DIST, { mapBaseUrl: backend.base, timeout: 15_000, ...more, mocks: { login: { code: `test:${persona}` }, ...mocks } })

/** Says yes on the sign-in page. */
export async function enter(app: MiniProgram): Promise<void> {
  await app.check(signIn.agree)
  await app.tapText(signIn.wechat)
}
