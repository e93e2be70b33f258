import { certificateCode } from '@mock/handlers/flow/gifts/certificate-code'
import type { World } from './world'

/** The opaque id in the code of a certificate, as its drawing puts it there. */
export async function codeOnCertificate({ store, env }: World, enrolmentId: string): Promise<string> {
  return store.transact(async (tx) => {
    const enrolment = await tx.get('enrolment', enrolmentId)
    if (!enrolment) throw new Error(`no enrolment ${enrolmentId}`)
    return certificateCode(tx, env, enrolment)
  })
}
