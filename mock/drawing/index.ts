export { layOut, lowered } from './layout'
export type { Colour, DrawnPage, Mark, Measure } from './page'
export type { Block, Draw, DrawFormat, Sheet, SheetStrokes } from './sheet'
export { svgOf, svgSheet } from './svg'
