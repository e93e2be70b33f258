import type { AppConfig } from '@tarojs/taro'
import type { LeadsTo } from '@/contract/schemas/common'
import { LeadsTo as LeadsToSchema } from '@/contract/schemas/common'
import { addressOf, routes, tabRoutes } from '@/routes'
import { pageMap } from '@tests/setup/page-map'

Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })

/** Paths of app.config.ts with a leading slash. */
async function configured(): Promise<{ pages: string[]; tabs: string[] }> {
  const { default: config }: { default: AppConfig } = await import('@/app.config')
  const inPackages = (config.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `/${root}/${page}`))
  return { pages: [...(config.pages ?? []).map((page) => `/${page}`), ...inPackages].sort(), tabs: (config.tabBar?.list ?? []).map(({ pagePath }) => `/${pagePath}`) }
}

test('app.config, routes and the pages of the tests name the same addresses', async () => {
  const { pages, tabs } = await configured()
  expect(Object.values(routes).sort()).toEqual(pages)
  expect(Object.keys(pageMap).sort()).toEqual(pages)
  expect([...tabRoutes]).toEqual(tabs)
})

test.each(LeadsToSchema.entries.page.options)('whatever the server points to (%s) is a page', (page: LeadsTo['page']) => {
  const [path] = addressOf({ page, id: 'x1' }).split('?')
  expect(pageMap).toHaveProperty([path ?? ''])
})

test('the four tabs bear the fixed names', async () => {
  const { default: config }: { default: AppConfig } = await import('@/app.config')
  expect(config.tabBar?.list.map(({ text }) => text)).toEqual(['首页', '会员卡', '申领', '我的'])
})
