// Choosing, inspecting and compressing pictures. The choose… functions take real files from a mock {files: [paths]}.
import { WxFailure } from '../../protocol'
import { call, record, resourceUrl, toBase64 } from '../rpc'
import { currentPage } from '../pages'
import { config } from '../state'
import { cameras, permission } from '../components/camera'
import { callMock, defineAsync, defineMockOnly, mocked, optionsOf, passGate, recordCall, requireText, settle, wx, type Options } from './define'

/** Draws anew like WeChat: upright, without metadata, as JPEG. Without layout nothing decodes: the file is copied. */
async function compressImage(options: Options): Promise<object> {
  const source = requireText(options, 'src')
  if (!config.layout) return { tempFilePath: await call('copyTemp', { path: source }) }
  const image = new Image()
  image.src = resourceUrl(source, currentPage()?.path ?? '')
  await image.decode().catch(() => {
    throw new WxFailure('image not found')
  })
  const { compressedWidth, compressedHeight } = options
  const width = Number(compressedWidth ?? (compressedHeight ? (Number(compressedHeight) * image.width) / image.height : image.width))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(Number(compressedHeight ?? (width * image.height) / image.width)))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', Number(options.quality ?? 80) / 100))
  if (!blob) throw new WxFailure('compress failed')
  return { tempFilePath: await call('writeTemp', { base64: toBase64(await blob.arrayBuffer()), extension: '.jpg' }) }
}

/** The mock `camera: {fail: 'auth deny'}` is a member who has refused; `takePhoto: {files: [path]}` is what stands before the lens. */
function defineCameraContext(): void {
  permission.ask = async () => {
    await passGate('camera')
    if (mocked.has('camera')) await callMock('camera', {})
  }
  wx.createCameraContext = () => ({
    takePhoto: (given: unknown) => {
      const shoot = async (): Promise<unknown> => {
        if (cameras.size === 0) throw new WxFailure('camera is not found')
        if (!mocked.has('takePhoto')) throw new WxFailure('no mock for takePhoto')
        return callMock('takePhoto', given)
      }
      return settle('takePhoto', optionsOf(given), shoot(), recordCall('takePhoto', given))
    },
  })
}

export function defineMedia(): void {
  defineCameraContext()
  defineMockOnly('chooseMedia', 'chooseImage', 'chooseMessageFile', 'scanCode', 'shareFileMessage')
  defineAsync('getImageInfo', async (options) => {
    const source = requireText(options, 'src')
    const info = record(await call('imageInfo', { src: source, base: currentPage()?.path ?? '' }))
    if (!info.width) throw new WxFailure('image not found')
    return { ...info, path: source }
  })
  defineAsync('compressImage', compressImage)
  defineAsync('previewImage', ({ urls }) => {
    if (!Array.isArray(urls) || urls.length === 0) throw new WxFailure('parameter error: parameter.urls should be Array')
    return {}
  })
  defineAsync('previewMedia')
  defineAsync('saveImageToPhotosAlbum', ({ filePath }) => call('file', { name: 'access', args: { path: filePath } }))
}
