import type { Claim, ClaimReceipt } from '@/contract/schemas/claim'
import { Notice } from '@/ui'
import { usePapers } from '../model/papers'
import { texts } from '../texts'
import { LostFile } from './lost-file'

const t = texts.lost

/** On the receipt: each file that did not come with the claim, by the server's word, and what of it still lies on this phone. */
export function LeftOut({ claim, noted = [] }: { claim: Claim | undefined; noted?: ClaimReceipt['notReceived'] }) {
  const { standing, remove } = usePapers(claim)
  return (
    <>
      {noted.map((nameZh) => <Notice key={nameZh} tone="warn">{t.notIn(nameZh)}</Notice>)}
      {standing.lost.filter(({ here }) => here).map((file) => <LostFile key={file.clientRef} file={file} action={{ label: t.forget, onPress: () => remove(file) }} />)}
    </>
  )
}
