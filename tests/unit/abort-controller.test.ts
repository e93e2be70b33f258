import { AbortController } from '@/platform/abort-controller'

test('tells every listener once, and keeps the first reason', () => {
  const controller = new AbortController()
  const heard: string[] = []
  controller.signal.onabort = ({ type }) => heard.push(`on${type}`)
  controller.signal.addEventListener('abort', () => heard.push('listener'))
  const removed = () => heard.push('removed')
  controller.signal.addEventListener('abort', removed)
  controller.signal.removeEventListener('abort', removed)
  controller.abort('left the page')
  controller.abort('again')
  expect(heard).toEqual(['onabort', 'listener'])
  expect(controller.signal.aborted).toBe(true)
  expect(controller.signal.reason).toBe('left the page')
})

test('without a reason it is an AbortError', () => {
  const controller = new AbortController()
  controller.abort()
  expect(controller.signal.reason).toMatchObject({ name: 'AbortError' })
})
