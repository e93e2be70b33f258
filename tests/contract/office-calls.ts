import { CLAIMANT } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import type { World } from '@tests/builders/world'
import type { Refusals } from './refusals-kit'
import type { ValidCalls } from './valid-calls'

export const NEW_PHONE = '10000009005'
export const NEW_NAME = '陈·𠮷达'
const document = { bytes: photo('a card with the new name'), name: '身份证.jpg' }

/** Asked for, the photo still to come. */
export const nameRequested = async (world: World): Promise<string> => (await (await world.as(CLAIMANT))('requestNameChange', { body: { name: NEW_NAME } })).ok().requestId

/** Asked for with its photo: it waits for the union. */
export async function nameWaiting(world: World): Promise<string> {
  const requestId = await nameRequested(world)
  ;(await (await world.as(CLAIMANT))('sendNameDocument', { params: { requestId }, file: document })).ok()
  return requestId
}

async function nameDone(world: World): Promise<string> {
  const taskId = await nameWaiting(world)
  ;(await (await world.tester())('decideTask', { params: { taskId }, body: { decision: 'ACCEPT' } })).ok()
  return taskId
}

type OfficeCalls = 'changePhone' | 'requestNameChange' | 'sendNameDocument' | 'listNameChanges' | 'listOfficeTasks' | 'getTaskDocument' | 'decideTask'

export const officeCalls: Pick<ValidCalls, OfficeCalls> = {
  changePhone: { by: CLAIMANT, input: async () => ({ body: { phone: NEW_PHONE, code: '202507' } }) },
  requestNameChange: { by: CLAIMANT, input: async () => ({ body: { name: NEW_NAME } }) },
  sendNameDocument: { by: CLAIMANT, input: async (world) => ({ params: { requestId: await nameRequested(world) }, file: document }) },
  listNameChanges: { by: CLAIMANT, input: async () => ({}) },
  listOfficeTasks: { by: 'tester', input: async () => ({}) },
  getTaskDocument: { by: 'tester', input: async (world) => ({ params: { taskId: await nameWaiting(world) } }) },
  decideTask: { by: 'tester', input: async (world) => ({ params: { taskId: await nameWaiting(world) }, body: { decision: 'REFUSE', reasonZh: '照片不清楚' } }) },
}

const sendTo = async (world: World, requestId: string, bytes: Uint8Array) => (await world.as(CLAIMANT))('sendNameDocument', { params: { requestId }, file: { bytes, name: 'a.jpg' } })

/** How their errors are brought about. @param fixture bytes of a file that is refused */
export const officeRefusals = (fixture: (name: string) => Uint8Array): Pick<Refusals, OfficeCalls> => ({
  changePhone: {
    SMS_CODE_WRONG: async (world) => (await world.as(CLAIMANT))('changePhone', { body: { phone: NEW_PHONE, code: '000000' } }),
    SMS_CODE_EXPIRED: async (world) => (await world.as(CLAIMANT))('changePhone', { body: { phone: '13800000000', code: '202507' } }),
    PHONE_TAKEN: async (world) => (await world.as(CLAIMANT))('changePhone', { body: { phone: '10000000003', code: '202507' } }),
  },
  requestNameChange: {},
  sendNameDocument: {
    TASK_STATE_CONFLICT: async (world) => sendTo(world, await nameDone(world), photo('late')),
    FILE_TOO_LARGE: async (world) => sendTo(world, await nameRequested(world), new Uint8Array(5_242_881)),
    FILE_TYPE_UNSUPPORTED: async (world) => sendTo(world, await nameRequested(world), fixture('program.jpg')),
    FILE_HEIC_UNSUPPORTED: async (world) => sendTo(world, await nameRequested(world), fixture('phone.heic')),
    FILE_DAMAGED: async (world) => sendTo(world, await nameRequested(world), fixture('upright.jpg').slice(0, 900)),
  },
  listNameChanges: {},
  listOfficeTasks: {},
  getTaskDocument: {},
  decideTask: { TASK_STATE_CONFLICT: async (world) => (await world.tester())('decideTask', { params: { taskId: await nameDone(world) }, body: { decision: 'ACCEPT' } }) },
})
