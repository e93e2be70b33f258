import { Notice, type NoticeProps } from '@/ui'
import { whyLost, type PaperFile } from '../model/files'
import { texts } from '../texts'

/** A file that the server does not have: its name, why, and what can be done about it. */
export function LostFile({ file, action, further }: { file: PaperFile } & Pick<NoticeProps, 'action' | 'further'>) {
  return <Notice tone="warn" title={texts.lost.title(file.name)} action={action} further={further}>{whyLost(file)}</Notice>
}
