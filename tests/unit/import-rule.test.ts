import { lint, type Case } from '@tests/builders/lint'

const upward: Case[] = [
  ['src/ui/x.ts', "import { a } from '@/api/config'"],
  ['src/ui/x.ts', "import type { A } from '@/api/config'"],
  ['src/ui/x.ts', "export { a } from '@/contract/errors'"],
  ['src/ui/x.ts', "export * from '@/state/session-store'"],
  ['src/ui/x.ts', "void fetchCode(() => import('@/api/config'))"],
  ['src/ui/x.ts', "export type A = import('@/api/config').A"],
  ['src/ui/parts/x.ts', "import { a } from '../../api/config'"],
  ['src/ui/x.ts', "import { a } from '../../src/api/config'"],
  ['src/contract/x.ts', "import { a } from '@/domain/money'"],
  ['src/domain/x.ts', "import { a } from '@/platform/http'"],
  ['src/platform/x.ts', "import { a } from '@/state/session-store'"],
  ['src/state/x.ts', "import { a } from '@/ui'"],
  ['src/api/x.ts', "import { a } from '@/ui'"],
  ['src/pages/home/x.ts', "import { a } from '@/packages/gift/texts'"],
]
const sideways: Case[] = [
  ['src/packages/gift/x.ts', "import { a } from '@/packages/claim/texts'"],
  ['src/packages/gift/model/x.ts', "import { a } from '../../claim/texts'"],
  ['src/packages/gift/x.ts', "import { a } from '@/pages/home/texts'"],
  ['src/packages/gift/x.ts', "import { a } from '@/app-start'"],
  ['src/packages/another/x.ts', "import { a } from '@/packages/claim/texts'"],
  ['src/packages/gift/x.ts', "import { a } from '../../api/config'"],
]
const betweenHouses: Case[] = [
  ['src/api/x.ts', "import { a } from '@mock/core'"],
  ['src/app-start.ts', "import { a } from '../mock/core'"],
  ['src/packages/gift/x.ts', "import { a } from '@mock/embedded'"],
  ['src/app-start.ts', "import { a } from '@tests/builders/api'"],
  ['mock/core/x.ts', "import { a } from '@/state/session-store'"],
  ['mock/core/x.ts', "import { a } from '../../src/api/config'"],
  ['mock/core/x.ts', "import { a } from '@tests/builders/api'"],
]
const libraries: Case[] = [
  ['src/ui/x.ts', "import Taro from '@tarojs/taro'"],
  ['src/app-start.ts', "import Taro from '@tarojs/taro'"],
  ['src/contract/x.ts', "import axios from 'axios'"],
  ['src/domain/x.ts', "import { View } from '@tarojs/components'"],
]
const downward: Case[] = [
  ['src/ui/x.ts', "import { a } from '@/domain/money'"],
  ['src/packages/gift/pages/offer/x.ts', "import { a } from '../../model/offer'"],
  ['src/packages/gift/x.ts', "import { a } from '@/routes'"],
  ['src/pages/home/x.ts', "import { a } from '@/api/config'"],
  ['src/platform/x.ts', "import Taro from '@tarojs/taro'"],
  ['src/app-start.ts', "import { a } from '@mock/embedded'"],
  ['mock/core/x.ts', "import { a } from '@/contract/errors'"],
  ['mock/node/x.ts', "import { a } from '../core'"],
]

test('imports go downward only, however they are written', async () => {
  const refused = [...upward, ...sideways, ...betweenHouses, ...libraries]
  const results = await lint([...refused, ...downward])
  expect(refused.filter((_, index) => results[index]?.length !== 1)).toEqual([])
  expect(results.slice(refused.length).flat()).toEqual([])
}, 30_000)

/** Code that is fetched later may not come: whoever waits for it hears so from `fetchCode`. */
const silent: Case[] = ['api/x.ts', 'platform/x.ts', 'ui/x.tsx', 'pages/home/x.ts', 'packages/gift/model/x.ts'].flatMap((file): Case[] => [
  [`src/${file}`, "void import('qrcode-generator')"],
  [`src/${file}`, "export const load = async () => (await import('qrcode-generator')).default"],
])
test('no import() without fetchCode', async () => {
  const results = await lint([...silent, ['src/platform/x.ts', "void fetchCode(() => import('qrcode-generator'))"], ['src/packages/gift/x.ts', "export const load = () => fetchCode(() => import('qrcode-generator'))"]])
  expect(silent.filter((_, index) => results[index]?.length !== 1)).toEqual([])
  expect(results.slice(silent.length).flat()).toEqual([])
}, 30_000)
