/** The Taro stub itself: what page tests lean on. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { act, render, screen } from '@testing-library/react'
import { __open, __route, __setOnline, __setRequestHandler, __stack } from '@tests/setup/taro'
import { exchange } from '@/platform/exchange'

test('routes: stack, address and encoded parameters', async () => {
  __open('/pages/home/index')
  await Taro.navigateTo({ url: '/packages/claim/pages/detail/index?claimId=c1&name=%E5%B7%A5' })
  expect(__stack().map((route) => route.path)).toEqual(['/pages/home/index', '/packages/claim/pages/detail/index'])
  expect(location.pathname + location.search).toBe('/packages/claim/pages/detail/index?claimId=c1&name=%E5%B7%A5')
  expect(__route().params).toEqual({ claimId: 'c1', name: '%E5%B7%A5' })
  await Taro.navigateBack()
  expect(__route().path).toBe('/pages/home/index')
})

test('useDidShow hears the page come back, useRouter keeps its own route', async () => {
  __open('/a?x=1')
  const shown = jest.fn()
  const Page = () => {
    useDidShow(shown)
    return <>{useRouter().params.x}</>
  }
  render(<Page />)
  await act(async () => void (await Taro.navigateTo({ url: '/b?x=2' })))
  expect(screen.getByText('1')).toBeVisible()
  expect(shown).toHaveBeenCalledTimes(1)
  await act(async () => void (await Taro.navigateBack()))
  expect(shown).toHaveBeenCalledTimes(2)
})

test('one handler answers requests and bytes; a rejection is a broken connection', async () => {
  const seen: string[] = []
  __setRequestHandler(async (request) => {
    seen.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`)
    return new Response('{"a":1}', { status: 201 })
  })
  expect(await Taro.request({ url: '/api/x', method: 'POST', data: { b: 2 } })).toMatchObject({ statusCode: 201, data: { a: 1 } })
  const answer = await exchange({ url: '/api/y', method: 'PUT', body: await new Response('part').arrayBuffer() })
  expect([answer.status, await new Response(answer.bytes).text()]).toEqual([201, '{"a":1}'])
  expect(seen).toEqual(['POST /api/x {"b":2}', 'PUT /api/y part'])
  __setRequestHandler(() => Promise.reject(new Error('cut')))
  await expect(Taro.request({ url: '/api/x' })).rejects.toEqual({ errMsg: 'request:fail cut' })
})

test('going off line is told to whoever listens', () => {
  const heard = jest.fn()
  Taro.onNetworkStatusChange(heard)
  __setOnline(false)
  expect(heard).toHaveBeenCalledWith({ isConnected: false, networkType: 'none' })
  expect(navigator.onLine).toBe(false)
})

test('storage survives as text and is empty again in the next test', () => {
  expect(Taro.getStorageSync('k')).toBe('')
  Taro.setStorageSync('k', { a: [1] })
  expect(Taro.getStorageSync('k')).toEqual({ a: [1] })
})
