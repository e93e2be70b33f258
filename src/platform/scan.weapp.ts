import Taro from '@tarojs/taro'
import { callDevice, DeviceError } from './device-error'
import { decodeLoosely } from './launch-code'

/** See scan.ts. Own mini-program codes carry their text as `scene` of the path: that scene is given back. */
export async function scanCode(): Promise<string> {
  const answer = await callDevice('scanCode', () => Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: false }))
  const scene = /[?&]scene=([^&]+)/.exec(answer.path ?? '')?.[1]
  const text = scene ? decodeLoosely(scene) : answer.result
  if (!text) throw new DeviceError('UNREADABLE', 'scan: empty result')
  return text
}
