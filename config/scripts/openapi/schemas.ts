import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import * as claim from '@/contract/schemas/claim'
import * as common from '@/contract/schemas/common'
import * as event from '@/contract/schemas/event'
import * as member from '@/contract/schemas/member'
import { Problem } from '@/contract/schemas/problem'
import * as session from '@/contract/schemas/session'
import * as tester from '@/contract/schemas/tester'

const { PageQuery: _parameters, ...shapes } = common
const { DeviceQuery: _device, ScanQuery: _scans, ...eventShapes } = event
const { SubscriptionQuery: _after, ...sessionShapes } = session
const { ClaimOptionsQuery: _options, ClaimQuery: _claims, PayoutSummaryQuery: _year, ...claimShapes } = claim
/** Every exported schema of the contract is a named component: one name, one shape. Query schemas become parameters instead. */
const definitions: Record<string, GenericSchema> = { ...shapes, ...sessionShapes, ...member, ...claimShapes, ...eventShapes, ...tester, Problem }
const target = 'draft-2020-12'
const overrideRef = ({ referenceId }: { referenceId: string }): string => `#/components/schemas/${referenceId}`

export const componentSchemas = (): Record<string, object> => toJsonSchemaDefs(definitions, { target, overrideRef })

/** A schema as JSON Schema; named ones as reference. */
export function schemaRef(schema: GenericSchema): object {
  const { $schema: _dialect, $defs: _definitions, ...json } = toJsonSchema(schema, { target, overrideRef, definitions })
  return json
}
