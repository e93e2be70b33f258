import { useEffect } from 'react'
import { pageStands } from '@/platform/navigation'

/** See arrival.ts. WeChat's bar has the title, and its reader finds the page by itself. */
export function useArrival(_headingId: string, _title: string): void {
  useEffect(pageStands, [])
}
