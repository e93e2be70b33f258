import type { Instant } from '@/domain/dates'
import type { FlowContext } from './notify'

export async function runDue(_context: FlowContext, _until: Instant): Promise<number> {
  return 0
}
