import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { usePageId } from './page-instance'

/** A place that a line of ErrorSummary leads to, where it is no field. `id` is unique on its page. */
export const Anchor = ({ id, className = '', children }: { id: string; className?: string; children: ReactNode }) => <View id={usePageId(id)} className={className}>{children}</View>
