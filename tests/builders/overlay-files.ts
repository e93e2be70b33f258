import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../../src')
/** The mechanism itself. */
const OWN = ['ui/overlay.ts', 'ui/sheet.tsx', 'platform/overlays.ts', 'platform/overlays.weapp.ts']
const OPENS = /\b(?:useOverlay|openOverlay)\(|<Sheet\b/
const twinOf = (file: string): string => file.replace(/(?=\.tsx?$)/, '.weapp')

/** Every file of src that lays something over a page of this target: a table of what lies over pages leaves none out. */
export function overlayFiles(target: 'h5' | 'weapp'): string[] {
  const all = (fs.readdirSync(root, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file))
  const inBuild = (file: string): boolean => (target === 'weapp' ? !all.includes(twinOf(file)) : !file.includes('.weapp.'))
  return all.filter((file) => inBuild(file) && !OWN.includes(file) && OPENS.test(fs.readFileSync(path.join(root, file), 'utf8'))).sort()
}
