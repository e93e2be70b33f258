/** Photo-like pictures of QR codes, drawn in the browser. The same seed gives the same picture. */
import qrcode from 'qrcode-generator'

export interface Scene {
  canvas: HTMLCanvasElement
  /** What is on it, in any order. */
  texts: string[]
}
type Draw = (random: Random) => Scene

/** 0 to 1, mulberry32. */
type Random = () => number
export const randomFrom = (seed: number): Random => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const between = (random: Random, least: number, most: number): number => least + (most - least) * random()
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const word = (random: Random, length: number): string => Array.from({ length }, () => SIGNS.charAt(Math.floor(random() * 64))).join('')
const posterLink = (random: Random): string => `https://zsb.example.cn/g/${word(random, 22)}`
const cardCode = (random: Random): string => `v1.${word(random, 160)}.${word(random, 24)}.${word(random, 86)}`

function blank(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return { canvas, context }
}

const colour = (random: Random, from = 40, to = 220): string => `rgb(${[0, 1, 2].map(() => Math.round(between(random, from, to))).join(',')})`

/** A hall, a street, a wall: surfaces, edges, lettering. */
export function surroundings(random: Random, width: number, height: number) {
  const made = blank(width, height)
  const { context } = made
  const wall = context.createLinearGradient(0, 0, width * random(), height)
  wall.addColorStop(0, colour(random, 90, 210))
  wall.addColorStop(1, colour(random, 60, 180))
  context.fillStyle = wall
  context.fillRect(0, 0, width, height)
  for (let n = 0; n < 24; n += 1) {
    context.save()
    context.translate(random() * width, random() * height)
    context.rotate(between(random, -0.5, 0.5))
    context.fillStyle = colour(random)
    context.globalAlpha = between(random, 0.3, 0.9)
    const size = between(random, 0.02, 0.18) * width
    if (n % 3 === 0) context.fillRect(0, 0, size, size * random())
    else if (n % 3 === 1) {
      context.beginPath()
      context.arc(0, 0, size / 3, 0, 7)
      context.fill()
    } else {
      context.font = `${Math.round(between(random, 0.01, 0.04) * width)}px sans-serif`
      context.fillText('工会送保障 2026 Guangdong 扫码领取', 0, 0)
    }
    context.restore()
  }
  return made
}

/** The code on its white paper, quiet zone of four modules, level M as on a printed poster, L as on a screen. */
function paper(text: string, px: number, level: 'L' | 'M' = 'M') {
  const qr = qrcode(0, level)
  qr.addData(text)
  qr.make()
  const modules = qr.getModuleCount() + 8
  const cell = Math.max(2, Math.ceil(px / modules))
  const made = blank(modules * cell, modules * cell)
  made.context.fillStyle = '#fff'
  made.context.fillRect(0, 0, made.canvas.width, made.canvas.width)
  made.context.fillStyle = '#101010'
  for (let row = 0; row < modules - 8; row += 1) {
    for (let column = 0; column < modules - 8; column += 1) if (qr.isDark(row, column)) made.context.fillRect((column + 4) * cell, (row + 4) * cell, cell, cell)
  }
  return { ...made, modules }
}

function place(context: CanvasRenderingContext2D, code: HTMLCanvasElement, x: number, y: number, side: number, turn: number): void {
  context.save()
  context.translate(x, y)
  context.rotate(turn)
  context.imageSmoothingQuality = 'high'
  context.drawImage(code, -side / 2, -side / 2, side, side)
  context.restore()
}

/** Each pixel through `change` (red, green, blue are 0-255, clamped afterwards). */
function each(context: CanvasRenderingContext2D, change: (value: number, x: number, y: number, channel: number) => number): void {
  const { width, height } = context.canvas
  const image = context.getImageData(0, 0, width, height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) for (let channel = 0; channel < 3; channel += 1) image.data[at + channel] = change(image.data[at + channel] ?? 0, x, y, channel)
  }
  context.putImageData(image, 0, 0)
}

/** Light of the place and grain of the sensor; a table of grain is quicker than a draw a pixel. */
function exposed(random: Random, context: CanvasRenderingContext2D, light: number, grain: number): void {
  const noise = Float32Array.from({ length: 65_521 }, () => (random() + random() + random() - 1.5) * 2 * grain)
  let at = 0
  each(context, (value) => value * light + (noise[(at += 1) % noise.length] ?? 0))
}

/** The scene as a lens out of focus sees it. */
function blurred({ canvas }: { canvas: HTMLCanvasElement }, px: number) {
  const made = blank(canvas.width, canvas.height)
  made.context.filter = `blur(${px}px)`
  made.context.drawImage(canvas, 0, 0)
  return made
}

/** Draws `code` as a sheet that is turned around both axes (radians), seen from 2.5 sides away. */
function tilt(context: CanvasRenderingContext2D, code: HTMLCanvasElement, side: number, pitch: number, yaw: number, roll: number): void {
  const { width, height } = context.canvas
  const source = code.getContext('2d')?.getImageData(0, 0, code.width, code.width)
  if (!source) throw new Error('no canvas')
  const image = context.getImageData(0, 0, width, height)
  const [cp, sp, cy, sy, cr, sr] = [Math.cos(pitch), Math.sin(pitch), Math.cos(yaw), Math.sin(yaw), Math.cos(roll), Math.sin(roll)]
  // Columns: where the sheet's x and y axes point in space.
  const [ax, ay, az] = [cy * cr + sy * sp * sr, cp * sr, -sy * cr + cy * sp * sr]
  const [bx, by, bz] = [-cy * sr + sy * sp * cr, cp * cr, sy * sr + cy * sp * cr]
  const eye = 2.5
  /** Grey of the sheet at a point of the picture; -1 beside it. */
  const sheetAt = (px: number, py: number): number => {
    const [x, y] = [(px - width / 2) / side, (py - height / 2) / side]
    // Sheet point s,t with (s·a + t·b) projected on x,y: x·(eye + s·az + t·bz) = eye·(s·ax + t·bx), the same for y.
    const [m11, m12, m21, m22] = [eye * ax - x * az, eye * bx - x * bz, eye * ay - y * az, eye * by - y * bz]
    const d = m11 * m22 - m12 * m21
    const s = (x * eye * m22 - m12 * y * eye) / d + 0.5
    const t = (m11 * y * eye - x * eye * m21) / d + 0.5
    if (s < 0 || t < 0 || s >= 1 || t >= 1) return -1
    return source.data[(Math.floor(t * source.height) * source.width + Math.floor(s * source.width)) * 4] ?? 0
  }
  const reach = side * 0.85
  for (let y = Math.max(0, Math.floor(height / 2 - reach)); y < Math.min(height, height / 2 + reach); y += 1) {
    for (let x = Math.max(0, Math.floor(width / 2 - reach)); x < Math.min(width, width / 2 + reach); x += 1) {
      if (sheetAt(x + 0.5, y + 0.5) < 0) continue
      let sum = 0
      for (let part = 0; part < 4; part += 1) sum += Math.max(0, sheetAt(x + 0.25 + 0.5 * (part % 2), y + 0.25 + 0.25 * (part - (part % 2))))
      image.data.fill(sum / 4, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  context.putImageData(image, 0, 0)
}

/** Sine of a whole turn in 1024 steps: three a point and colour add up. */
const WAVE = Float32Array.from({ length: 1024 }, (_, at) => Math.sin((at / 512) * Math.PI))
const wave = (turns: number): number => WAVE[Math.floor(turns * 1024) & 1023] ?? 0

const FULL = [2000, 1500] as const
function one(random: Random, width: number, height: number, side: number, turn: number, text = posterLink(random)) {
  const scene = surroundings(random, width, height)
  const code = paper(text, side)
  place(scene.context, code.canvas, between(random, 0.35, 0.65) * width, between(random, 0.4, 0.6) * height, side, turn)
  return { ...scene, texts: [text], modules: code.modules }
}

export const kinds: Record<string, Draw> = {
  turned: (random) => {
    const scene = one(random, ...FULL, between(random, 350, 800), random() * 2 * Math.PI)
    exposed(random, scene.context, 0.9, 6)
    return scene
  },
  tilted: (random) => {
    const text = posterLink(random)
    const scene = surroundings(random, 1600, 1200)
    const lean = () => between(random, 0.35, 0.8) * (random() < 0.5 ? -1 : 1)
    tilt(scene.context, paper(text, 900).canvas, between(random, 500, 750), lean(), lean() * 0.7, between(random, -0.4, 0.4))
    exposed(random, scene.context, 0.9, 6)
    return { ...scene, texts: [text] }
  },
  dark: (random) => {
    const scene = one(random, ...FULL, between(random, 400, 800), between(random, -0.5, 0.5))
    exposed(random, scene.context, between(random, 0.06, 0.2), 5)
    return scene
  },
  glare: (random) => {
    const side = between(random, 500, 800)
    const scene = one(random, ...FULL, side, between(random, -0.4, 0.4))
    const [x, y] = [scene.canvas.width / 2 + between(random, -0.5, 0.5) * side, scene.canvas.height / 2 + between(random, -0.5, 0.5) * side]
    const lamp = scene.context.createRadialGradient(x, y, 0, x, y, side * between(random, 0.7, 1.3))
    lamp.addColorStop(0, 'rgba(255,255,250,1)')
    lamp.addColorStop(0.12, 'rgba(255,255,250,.97)')
    lamp.addColorStop(0.4, 'rgba(255,255,250,.6)')
    lamp.addColorStop(1, 'rgba(255,255,250,0)')
    scene.context.fillStyle = lamp
    scene.context.fillRect(0, 0, scene.canvas.width, scene.canvas.height)
    exposed(random, scene.context, 0.95, 6)
    return scene
  },
  'small in 12 megapixels': (random) => {
    const scene = surroundings(random, 4000, 3000)
    const text = posterLink(random)
    const side = between(random, 130, 240)
    place(scene.context, paper(text, side * 2).canvas, between(random, 0.05, 0.95) * 4000, between(random, 0.06, 0.94) * 3000, side, between(random, -0.5, 0.5))
    return { ...scene, texts: [text] }
  },
  'two codes': (random) => {
    const [width, height] = FULL
    const scene = surroundings(random, width, height)
    const texts = [posterLink(random), random() < 0.5 ? posterLink(random) : cardCode(random)]
    texts.forEach((text, at) => {
      const side = between(random, 400, 640)
      const [along, across] = [0.27 + at * 0.46, between(random, 0.35, 0.65)]
      place(scene.context, paper(text, side).canvas, along * width, across * height, side, between(random, -0.3, 0.3))
    })
    exposed(random, scene.context, 0.9, 6)
    return { ...scene, texts }
  },
  'photographed screen': (random) => {
    const scene = surroundings(random, ...FULL)
    const text = random() < 0.5 ? cardCode(random) : posterLink(random)
    const side = between(random, 750, 1000)
    const turn = between(random, -0.15, 0.15)
    place(scene.context, paper(text, side, 'L').canvas, 1000, 750, side, turn)
    // Lattice of the screen's points against the lattice of the sensor's: waves a few px long in each colour, and broad beats.
    const [pitch, angle, beat] = [between(random, 2.2, 4.5), turn + between(random, -0.1, 0.1), between(random, 60, 140)]
    const [c, s] = [Math.cos(angle) / pitch, Math.sin(angle) / pitch]
    each(scene.context, (value, x, y, channel) => {
      const stripes = 0.72 + 0.28 * wave(x * c + y * s + channel / 3)
      const rows = 0.85 + 0.15 * wave(y * c - x * s)
      const waves = 0.85 + 0.15 * wave((x + 0.6 * y) / beat / 6.28 + channel / 6.28)
      return value * stripes * rows * waves + 18
    })
    exposed(random, scene.context, 1, 5)
    return { ...blurred(scene, 0.6), texts: [text] }
  },
  'low light': (random) => {
    const side = between(random, 450, 800)
    const scene = one(random, ...FULL, side, between(random, -0.4, 0.4))
    const soft = blurred(scene, (side / scene.modules) * between(random, 0.25, 0.4))
    exposed(random, soft.context, between(random, 0.07, 0.16), 4)
    return { ...soft, texts: scene.texts }
  },
}

/** Pictures without a code, some of them with what looks like parts of one. */
export function codeless(random: Random, width: number, height: number): Scene {
  const scene = surroundings(random, width, height)
  const { context } = scene
  const what = Math.floor(random() * 6)
  const cell = Math.round(between(random, 6, 14))
  context.fillStyle = '#fff'
  context.fillRect(width * 0.2, height * 0.15, width * 0.6, height * 0.7)
  context.fillStyle = '#111'
  const finder = (x: number, y: number): void => {
    context.fillRect(x, y, 7 * cell, 7 * cell)
    context.clearRect(x + cell, y + cell, 5 * cell, 5 * cell)
    context.fillStyle = '#fff'
    context.fillRect(x + cell, y + cell, 5 * cell, 5 * cell)
    context.fillStyle = '#111'
    context.fillRect(x + 2 * cell, y + 2 * cell, 3 * cell, 3 * cell)
  }
  const [left, top] = [width * 0.3, height * 0.25]
  const modules = 25
  if (what === 0) for (let x = width * 0.25; x < width * 0.75; x += cell * (1 + Math.floor(random() * 3))) context.fillRect(x, top, cell * (random() < 0.5 ? 0.5 : 1), height * 0.4)
  else if (what === 1) for (let n = 0; n < 16; n += 1) context.fillText('住院日期 2026年11月 合计 12,345.67 元', width * 0.22, top + n * 18)
  else if (what <= 4) {
    // Random modules, with none, three or all the marks of a code around them.
    for (let n = 0; n < modules * modules; n += 1) if (random() < 0.5) context.fillRect(left + (n % modules) * cell, top + Math.floor(n / modules) * cell, cell, cell)
    if (what >= 3) [[0, 0], [18, 0], [0, 18]].forEach(([x = 0, y = 0]) => {
      context.fillStyle = '#fff'
      context.fillRect(left + x * cell - cell, top + y * cell - cell, 9 * cell, 9 * cell)
      context.fillStyle = '#111'
      finder(left + x * cell, top + y * cell)
    })
  }
  exposed(random, context, between(random, 0.3, 1), 6)
  return { canvas: scene.canvas, texts: [] }
}
