import { screen, waitFor } from '@testing-library/react'
import { certificateTexts } from '@/packages/gift/texts'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { openClaim, press } from '@tests/builders/claim-app'
import { aSubmittedClaim } from '@tests/builders/driver-claims'
import { renderApp } from '@tests/setup/render-app'
import { __setOnline } from '@tests/setup/taro'
import * as exchange from '@/platform/exchange'
import * as local from '@/platform/local-file'
import * as pdf from '@/platform/open-pdf'
import * as picture from '@/platform/save-picture'
import { DeviceError } from '@/platform/device-error'

const fetched = () => {
  jest.spyOn(local, 'keepLocal').mockResolvedValue('blob:drawn')
  return jest.spyOn(exchange, 'exchange').mockResolvedValue({ status: 200, header: () => undefined, bytes: new ArrayBuffer(3) })
}
afterEach(() => jest.restoreAllMocks())

test('a certificate is kept as a picture under its number, asked for with the login, and the page says so', async () => {
  const download = fetched()
  const keep = jest.spyOn(picture, 'savePicture').mockResolvedValue('album')
  await renderApp({ as: 'courier', at: withParams(routes.certificate, { enrolmentId: 'EN-0001' }) })
  await press(certificateTexts.save)
  expect(await screen.findByText('已保存到手机相册。')).toBeVisible()
  expect(download.mock.calls[0]?.[0]).toMatchObject({ url: expect.stringMatching(/\/enrolments\/EN-0001\/certificate\/png$/), headers: { Authorization: expect.stringMatching(/^Bearer ./) } })
  expect(keep.mock.calls[0]).toEqual([expect.stringMatching(/\.png$/), 'blob:drawn'])
})

test('an album that is not allowed: what to do, and the button works again', async () => {
  fetched()
  const keep = jest.spyOn(picture, 'savePicture').mockRejectedValueOnce(new DeviceError('DENIED')).mockResolvedValue('album')
  await renderApp({ as: 'courier', at: withParams(routes.certificate, { enrolmentId: 'EN-0001' }) })
  await press(certificateTexts.save)
  expect(await screen.findByText(/没有得到允许/)).toBeVisible()
  await press(certificateTexts.save)
  expect(await screen.findByText('已保存到手机相册。')).toBeVisible()
  expect(keep).toHaveBeenCalledTimes(2)
})

test('a receipt is kept as a picture and opened as a PDF', async () => {
  fetched()
  const keep = jest.spyOn(picture, 'savePicture').mockResolvedValue('shown')
  const open = jest.spyOn(pdf, 'openPdf').mockResolvedValue()
  const app = await openClaim(routes.claimReceipt, ({ backend: { core } }) => aSubmittedClaim(core))
  await press(texts.receipt.save)
  expect(await screen.findByText(/长按图片即可保存/)).toBeVisible()
  await press(texts.receipt.pdf)
  await waitFor(() => expect(open.mock.calls).toEqual([[`申领回执-${app.claim.claimNo}.pdf`, 'blob:drawn']]))
  expect(keep).toHaveBeenCalledTimes(1)
})

test('a PDF that is asked for while the picture is still being kept opens after it; the same picture asked for twice is kept once', async () => {
  fetched()
  let done = (): void => undefined
  const keep = jest.spyOn(picture, 'savePicture').mockReturnValue(new Promise((resolve) => (done = () => resolve('album'))))
  const open = jest.spyOn(pdf, 'openPdf').mockResolvedValue()
  await openClaim(routes.claimReceipt, ({ backend: { core } }) => aSubmittedClaim(core))
  await press(texts.receipt.save)
  await waitFor(() => expect(keep).toHaveBeenCalledTimes(1))
  await press(texts.receipt.save)
  await press(texts.receipt.pdf)
  expect(open).not.toHaveBeenCalled()
  done()
  await waitFor(() => expect(open).toHaveBeenCalledTimes(1))
  expect(await screen.findByText('已保存到手机相册。')).toBeVisible()
  expect(keep).toHaveBeenCalledTimes(1)
})

test('letters stand on the claim and open; one that cannot be fetched says so', async () => {
  const download = fetched()
  const open = jest.spyOn(pdf, 'openPdf').mockResolvedValue()
  await openClaim(routes.claimDetail, ({ backend: { core } }) => aSubmittedClaim(core))
  await press(/互助金申领表/)
  await waitFor(() => expect(open).toHaveBeenCalledWith(expect.stringMatching(/^互助金申领表-.+\.pdf$/), 'blob:drawn'))
  __setOnline(false)
  download.mockRejectedValue(new DeviceError('OFFLINE'))
  await press(/互助金申领表/)
  expect(await screen.findByText(/网络未连接/)).toBeVisible()
})

test.each([
  ['by its type', 'text/html; charset=utf-8', 'welcome'],
  ['by its bytes, whatever it calls itself', 'application/octet-stream', '\n <!DOCTYPE html><title>Wi-Fi</title>'],
])('a page of a portal in place of a PDF is known %s: it is not opened, and said', async (_how, type, text) => {
  const download = fetched()
  download.mockResolvedValueOnce({ status: 200, header: (name) => (name === 'content-type' ? type : undefined), bytes: Uint8Array.from(Buffer.from(text)).buffer })
  const open = jest.spyOn(pdf, 'openPdf').mockResolvedValue()
  await openClaim(routes.claimReceipt, ({ backend: { core } }) => aSubmittedClaim(core))
  await press(texts.receipt.pdf)
  expect(await screen.findByText(/Wi-Fi 需要先登录/)).toBeVisible()
  expect([open.mock.calls, jest.mocked(local.keepLocal).mock.calls]).toEqual([[], []])
  await press(texts.receipt.pdf)
  await waitFor(() => expect(open).toHaveBeenCalledTimes(1))
})
