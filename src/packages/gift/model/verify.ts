import { useQuery } from '@tanstack/react-query'
import { isRefusal } from '@/api/api-error'
import { call } from '@/api/call'
import type { CertificateCheck } from '@/contract/schemas/drawn'
import { checkInLink } from '@/platform/launch-code'

const CODE = /^[\w-]{22}$/

/** What the server knows of a code, asked without an account: whoever is shown a certificate need not be a member. */
async function ask(code: string, signal: AbortSignal): Promise<CertificateCheck | null> {
  if (!CODE.test(code)) return null
  try {
    return await call('checkCertificate', { signal, params: { code } })
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND')) return null
    throw error
  }
}

/**
 * The certificate behind a link; null where there is none, which is an answer and no failure.
 * @param code as the page's address has it
 * @param link `q` of a WeChat link rule, the whole link
 */
export function useCertificateCheck(code: string, link: string) {
  const asked = code || (checkInLink(link) ?? '')
  return useQuery({ queryKey: ['public', 'certificate', asked], queryFn: ({ signal }) => ask(asked, signal) })
}
