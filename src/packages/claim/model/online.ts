import { useEffect, useState } from 'react'
import { isOnline, onNetworkChange } from '@/platform/network'

/** False while the device knows that it has no network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline)
  useEffect(() => onNetworkChange(setOnline), [])
  return online
}
