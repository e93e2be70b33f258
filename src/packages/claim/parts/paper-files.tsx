import { View } from '@tarojs/components'
import { Button, Notice, type IconName } from '@/ui'
import type { FileSource, Slot } from '../model/add-files'
import type { PaperFile } from '../model/files'
import type { Papers } from '../model/papers'
import { texts } from '../texts'
import { PaperCamera } from './paper-camera'
import { PaperFileTile } from './paper-file'
import '../claim.scss'

const t = texts.papers
const sources: readonly { source: FileSource; label: string; icon: IconName }[] = [
  { source: 'camera', label: t.camera, icon: 'camera' },
  { source: 'album', label: t.album, icon: 'album' },
  { source: 'file', label: t.file, icon: 'file' },
]

interface PaperFilesProps {
  claimId: string
  slot: Slot
  files: readonly PaperFile[]
  papers: Papers
  /** What may be taken away again; everything without it. */
  removable?: (file: PaperFile) => boolean
}

/** The files of one paper with their state, and three ways to add one. */
export function PaperFiles({ claimId, slot, files, papers, removable = () => true }: PaperFilesProps) {
  const { preparing, problemsOf, add, camera } = papers.adding
  const room = slot.maxFiles - files.length
  return (
    <>
      {files.map((file) => <PaperFileTile key={file.clientRef} claimId={claimId} file={file} onRetry={papers.retry} onRemove={removable(file) ? papers.remove : undefined} />)}
      {preparing?.slot === slot.id ? <Notice tone="info" announce="polite">{t.preparing(preparing.no, preparing.count)}</Notice> : null}
      {problemsOf(slot).map((words) => <Notice key={words} tone="warn" announce="assertive">{words}</Notice>)}
      {room > 0 ? (
        <View className="claim-sources">
          {sources.map(({ source, label, icon }) => (
            <Button key={source} kind="secondary" inline icon={icon} label={t.buttonFor(label, slot.titleZh)} onPress={() => add(slot, files, source)}>{label}</Button>
          ))}
        </View>
      ) : <View className="z-small">{t.full(slot.maxFiles)}</View>}
      {camera.openFor(slot) ? <PaperCamera {...slot} room={room} keep={(photo) => camera.keep(slot, files, photo)} onClose={camera.close} onSystem={() => camera.system(slot, files)} /> : null}
    </>
  )
}
