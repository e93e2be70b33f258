import path from 'node:path'
import { texts as signIn } from '@/pages/sign-in/texts'
import { openMiniProgram, type MiniProgram } from './host'

type Options = Parameters<typeof openMiniProgram>[1]

const DIST = path.resolve(__dirname, '../../dist/weapp')

/** The built mini-program on a phone of its own that talks to this backend; WeChat says that a persona holds it. */
export const openPhone = (backend: { base: string }, persona: string, { mocks, ...more }: Partial<Options> = {}): Promise<MiniProgram> =>
  openMiniProgram(DIST, { mapBaseUrl: backend.base, timeout: 15_000, ...more, mocks: { login: { code: `test:${persona}` }, ...mocks } })

/** Says yes on the sign-in page. */
export async function enter(app: MiniProgram): Promise<void> {
  await app.check(signIn.agree)
  await app.tapText(signIn.wechat)
}

/** The same phone, signed in, with 首页 open. */
export async function signedInPhone(...phone: Parameters<typeof openPhone>): Promise<MiniProgram> {
  const app = await openPhone(...phone)
  await enter(app)
  await app.waitRoute('pages/home/index')
  return app
}
