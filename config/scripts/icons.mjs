// Draws the icons of the H5 app from the mark: node config/scripts/icons.mjs. They are checked in.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { inRoot } from './lib.mjs'

const RED = '#c8152e'
/** Ground of the app's pages: behind the mark where a phone cuts its own shape, and where it draws no transparency. */
const GROUND = '#ffffff'
const insideOf = (name) => fs.readFileSync(inRoot('src/assets/mark', name), 'utf8').replace(/^<svg[^>]*>|<\/svg>$/g, '')
const mark = insideOf('mark.svg')
const small = `<g fill="${RED}">${insideOf('mark-small.svg')}</g>`

/** `share`: how much of the side the mark takes; a phone may cut all that lies outside of the middle four fifths (maskable). */
const drawn = (inside, share, ground) => {
  const side = 512 / share
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${ground ? `<rect width="${side}" height="${side}" fill="${ground}"/>` : ''}<g transform="translate(${(side - 512) / 2} ${(side - 512) / 2})">${inside}</g></svg>`
}
const icons = [
  ...[16, 32, 48].map((size) => [`icon-${size}`, size, drawn(small, 1)]),
  ['icon-180', 180, drawn(mark, 0.78, GROUND)],
  ...[192, 512].map((size) => [`icon-${size}`, size, drawn(mark, 0.92)]),
  ...[192, 512].map((size) => [`maskable-${size}`, size, drawn(mark, 0.58, GROUND)]),
]

await initWasm(fs.readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
for (const [name, width, svg] of icons) {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
  fs.writeFileSync(inRoot('src/assets/app/icons', `${name}.png`), png)
  console.log(`${name}.png ${png.length} bytes`)
}
