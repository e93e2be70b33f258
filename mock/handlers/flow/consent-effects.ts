import type { ConsentId } from '@/contract/schemas/common'
import type { FlowContext } from './notify'

/** What follows at once from granting or withdrawing a consent. */
export async function consentEffects(_context: FlowContext, _consentId: ConsentId, _granted: boolean): Promise<void> {}
