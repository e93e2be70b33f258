import { hexToBytes } from '@noble/hashes/utils'
import { sha256Hex } from '../core'

/** A drawn page with grey lines, standing in for the papers of seeded claims (PNG, 240x320). Hex, because the mini-program has no atob. */
const PNG =
  '89504e470d0a1a0a0000000d49484452000000f0000001400103000000b826631000000006504c54459aa0a6ffffff010373b7000000874944415478daedd7bb' +
  '0d80300c45d1200a4a4660948cc6ca1900894f0d4a83223f3d5fb7a7bc9609a504ce7a76a6c1300cffe2f67971e091cc2ac2f0383ede2fa9598429e6bf6bf72c' +
  '0a4c31fb5d93618a25b86b930653cc7cd7aa0e53ccffaeed224cb114ff06124c31f75ddb64986209ee5ad5608aa5f8863eefa670a6180cc330dce7c0b9002267' +
  'c4910deeb3430000000049454e44ae426082'

export const samplePage = { bytes: hexToBytes(PNG), mime: 'image/png', hash: sha256Hex(hexToBytes(PNG)) }
