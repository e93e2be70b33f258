import { commonErrors, endpoints, type Endpoint, type EndpointName } from '@/contract/endpoints'
import type { ErrorCode } from '@/contract/errors'
import type { Api, CallInput } from '@tests/builders/api'
import type { World } from '@tests/builders/world'
import { validCalls, type Caller, type ValidCall } from './valid-calls'

const isName = (name: string): name is EndpointName => Object.prototype.hasOwnProperty.call(endpoints, name)
/** Every row of the contract, in its order. */
export const names = Object.keys(endpoints).filter(isName)
export const row = (name: EndpointName): Endpoint => endpoints[name]
export const declares = (name: EndpointName, code: ErrorCode): boolean => row(name).errors.includes(code) || commonErrors(row(name)).includes(code)

export const callerOf = (world: World, by: Caller): Promise<Api> => (by === 'anonymous' ? Promise.resolve(world.anonymous) : by === 'tester' ? world.tester() : world.as(by))

/** The valid call of a row, ready to be sent by whoever it is for - or by somebody else. */
export async function prepare<N extends EndpointName>(world: World, name: N): Promise<{ owner: Api; input: CallInput<N> }> {
  const call: ValidCall<N> = validCalls[name]
  return { input: await call.input(world), owner: await callerOf(world, call.by) }
}
