import { isDeviceError } from '@/platform/device-error'
import { downloadToLocal } from '@/platform/upload'
import { heldToken, renew } from './call'

/** Fetches a file with the login header, once more after renewing it. @throws DeviceError, ApiError */
export async function download(url: string): Promise<string> {
  const get = (token: string | null) => downloadToLocal({ url, headers: token ? { Authorization: `Bearer ${token}` } : {} })
  const held = heldToken()
  try {
    return await get(held.token)
  } catch (error) {
    if (!isDeviceError(error) || error.status !== 401) throw error
    return get(await renew(held))
  }
}
