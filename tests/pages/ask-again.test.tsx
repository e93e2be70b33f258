import { onlineManager, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { networkError } from '@/api/api-error'
import { askWaiting, createQueryClient } from '@/api/query-client'
import { AnewContext, Button, useAskAgain } from '@/ui'

afterEach(() => onlineManager.setOnline(true))

test('where the phone is wrong about having no network, 重试 asks for every part of the page, each once', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  const client = createQueryClient()
  const asked: string[] = []
  let broken = true
  const options = (name: string) => ({ queryKey: [name], queryFn: () => (asked.push(name), broken ? Promise.reject(networkError()) : Promise.resolve(`${name}到了`)) })
  function Parts() {
    const main = useQuery(options('主体'))
    const part = useQuery(options('一部分'))
    return <Button onPress={useAskAgain(main)}>{`重试 ${main.data ?? main.fetchStatus} ${part.data ?? part.fetchStatus}`}</Button>
  }
  onlineManager.setOnline(false)
  render(<QueryClientProvider client={client}><AnewContext.Provider value={() => askWaiting(client)}><Parts /></AnewContext.Provider></QueryClientProvider>)
  const button = await screen.findByRole('button', { name: '重试 paused paused' })
  asked.length = 0
  broken = false
  button.click()
  await waitFor(() => expect(button).toHaveTextContent('重试 主体到了 一部分到了'))
  expect(asked).toEqual(['主体', '一部分'])

  // The same over old data.
  const waiting = (): number => client.getQueryCache().findAll({ fetchStatus: 'paused' }).length
  broken = true
  void client.invalidateQueries()
  await waitFor(() => expect(waiting()).toBe(2))
  asked.length = 0
  broken = false
  button.click()
  await waitFor(() => expect([waiting(), client.isFetching()]).toEqual([0, 0]))
  expect(asked).toEqual(['主体', '一部分'])
  client.clear()
})
