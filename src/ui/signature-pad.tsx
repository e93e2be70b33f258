import { Image, View } from '@tarojs/components'
import { FIELD, penDown, penMove, type Strokes } from '@/domain/strokes'
import { drawing } from '@/platform/drawing'
import { aria, imageProps } from './a11y'
import { Button } from './button'
import { usePageId } from './page-instance'

export interface SignaturePadProps {
  id: string
  /** What is signed where, spoken. */
  label: string
  hint: string
  clear: string
  strokes: Strokes
  /** Told how the strokes change, because a finger moves faster than a page is drawn. */
  onDraw: (change: (strokes: Strokes) => Strokes) => void
  error?: string
}

/** A field to sign in with a finger or a mouse. Whoever cannot draw needs another way beside it. */
export function SignaturePad({ id: given, label, hint, clear, strokes, onDraw, error }: SignaturePadProps) {
  const id = usePageId(given)
  const pen = drawing({ down: (at) => onDraw((now) => penDown(now, at)), move: (at) => onDraw((now) => penMove(now, at)) })
  return (
    <View className={`z-field${error ? ' z-field--error' : ''}`}>
      {error ? <View id={`${id}-error`} className="z-field-error">{error}</View> : null}
      <View id={id} className="z-pad" {...aria({ role: 'img', label, describedBy: error ? `${id}-error` : undefined })} {...pen}>
        {strokes.length > 0 ? <Image className="z-pad-image" src={pictureOf(strokes)} {...imageProps('')} /> : <View className="z-pad-hint" {...aria({ hidden: true })}>{hint}</View>}
      </View>
      <Button kind="text" onPress={() => onDraw(() => [])}>{clear}</Button>
    </View>
  )
}

/** The strokes as a picture address. */
function pictureOf(strokes: Strokes): string {
  const lines = strokes.map((stroke) => `<polyline points='${stroke.map(([x, y]) => `${x},${y}`).join(' ')}'/>`).join('')
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${FIELD} ${FIELD}' preserveAspectRatio='none' fill='none' stroke='#221f1b' stroke-width='10' stroke-linecap='round'>${lines}</svg>`)}`
}
