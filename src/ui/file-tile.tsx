import { Image, View } from '@tarojs/components'
import { aria, imageProps } from './a11y'
import { Button } from './button'
import { Icon } from './icon'
import { useOnce, type Act } from './once'

/** Where a file stands. `received` only after the server said so. */
export type FileState =
  | { kind: 'waiting' }
  /** `leftZh`: on a slow line, how much is still to go: «240KB». */
  | { kind: 'sending'; percent: number; leftZh?: string }
  | { kind: 'received' }
  | { kind: 'failed'; reason: string }

export interface FileTileProps {
  /** Name as the member knows it: «出院小结 第1张». */
  name: string
  state: FileState
  /** What to know about it although it has arrived: «字看不清,建议重拍». */
  hint?: string
  /** Local address of a small picture; a paper icon without it (PDF). */
  thumb?: string
  onOpen?: Act
  onRetry?: Act
  onRemove?: Act
}

/** State in words: progress is text, not only a bar. */
export function fileStateText(state: FileState): string {
  switch (state.kind) {
    case 'waiting':
      return '等待上传'
    case 'sending':
      return `上传中 ${Math.round(state.percent)}%${state.leftZh ? `，网络较慢，还剩${state.leftZh}` : ''}`
    case 'received':
      return '已收到'
    case 'failed':
      return `未收到：${state.reason}`
    default:
      return state satisfies never
  }
}

/** One file of a claim: picture, state, 重试 when it failed, 删除. Changes of state are announced. */
export function FileTile({ name, state, hint, thumb, onOpen, onRetry, onRemove }: FileTileProps) {
  const open = useOnce(() => onOpen?.())
  return (
    <View className={`z-file z-file--${state.kind}`} {...aria({ role: 'group', label: name })}>
      <View className="z-file-thumb" {...(onOpen ? { ...aria({ role: 'button', label: `查看 ${name}` }), ...open.press } : {})}>
        {thumb ? <Image className="z-file-image" mode="aspectFill" src={thumb} {...imageProps(onOpen ? '' : `${name} 预览`)} /> : <Icon name="file" size="l" tone="soft" />}
      </View>
      <View className="z-grow">
        <View className="z-file-name">{name}</View>
        <View className="z-file-state" {...aria({ role: 'status', live: state.kind === 'sending' ? 'off' : 'polite' })}>{fileStateText(state)}</View>
        {hint ? <View className="z-file-hint">{hint}</View> : null}
        {state.kind === 'sending' ? <View className="z-file-bar"><View className="z-file-done" style={{ width: `${Math.round(state.percent)}%` }} /></View> : null}
      </View>
      <View className="z-file-acts">
        {state.kind === 'failed' && onRetry ? <Button kind="text" inline label={`重试 ${name}`} onPress={onRetry}>重试</Button> : null}
        {onRemove ? <Button kind="text" inline label={`删除 ${name}`} onPress={onRemove}>删除</Button> : null}
      </View>
    </View>
  )
}
