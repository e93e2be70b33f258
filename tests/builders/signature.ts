import { PAD } from '@/domain/strokes'
import type { SubmitClaim } from '@/contract/schemas/claim'
import type { Strokes } from '@/contract/schemas/common'

/** Two strokes that pass for a name. */
export const nameStrokes: Strokes = [[[100, 100], [200, 300], [300, 120], [420, 340]], [[500, 200], [620, 380], [700, 150], [820, 300]]]
/** The same on a pad of the app, in px. */
export const padStrokes: (readonly [number, number])[][] = nameStrokes.map((stroke) => stroke.map(([x, y]) => [(x / 1000) * PAD.width, (y / 1000) * PAD.height] as const))
/** What a claim is handed in with. */
export const SIGNED: SubmitClaim = { declaredTrue: true, signature: { strokes: nameStrokes } }
