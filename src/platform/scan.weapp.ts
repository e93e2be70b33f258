import Taro from '@tarojs/taro'
import { callDevice, DeviceError } from './device-error'
import { decodeLoosely } from './launch-code'
import type { FoundCode, ScanOptions } from './scan.types'

export type { FoundCode, ScanOptions }

/** See scan.ts. Own mini-program codes carry their text as `scene` of the path: that scene is given back. WeChat asks by itself which of two codes. */
export async function scanCodes(_options: ScanOptions = {}): Promise<FoundCode[]> {
  const answer = await callDevice('scanCode', () => Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: false }))
  const scene = /[?&]scene=([^&]+)/.exec(answer.path ?? '')?.[1]
  const text = scene ? decodeLoosely(scene) : answer.result
  if (!text) throw new DeviceError('UNREADABLE', 'scan: empty result')
  return [{ text, x: 0.5, y: 0.5 }]
}

/** See scan.ts. */
export const scanCode = async (): Promise<string> => (await scanCodes())[0]?.text ?? ''
