import { confirm } from '@/platform/confirm'

/** What the compiler says of a question is the test here: an error that does not come is one itself. */
const asked = (): Promise<boolean>[] => [
  confirm({ title: '删除？' }),
  confirm({ title: '删除？', ok: '四个字的', cancel: '不' }),
  // @ts-expect-error WeChat takes four signs, and with five nothing opens
  confirm({ title: '转交？', ok: '转人工审核' }),
  // @ts-expect-error as well where it is the other word
  confirm({ title: '转交？', ok: '好', cancel: '再仔细想想' }),
  // @ts-expect-error words that nobody knows beforehand
  confirm({ title: '转交？', ok: String(Math.random()) }),
]

test('without a screen nothing is asked', async () => {
  expect(await Promise.all(asked())).toEqual([false, false, false, false, false])
})
