import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isRefusal } from '@/api/api-error'
import { call } from '@/api/call'
import type { CertificateCheck } from '@/contract/schemas/drawn'
import { codeIn } from '@/platform/launch-code'
import { replace, useBroughtText, withParams } from '@/platform/navigation'
import { routes } from '@/routes'

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
 * The certificate that the address of this page names, by its bare code or by the whole link of a WeChat link rule; null where there is
 * none, which is an answer and no failure. The link of an event that leads here by mistake goes on to where it belongs.
 */
export function useCertificateCheck() {
  const text = useBroughtText()
  const brought = codeIn(text)
  const bare = !/\/|%2f/i.test(text)
  const gift = brought?.kind === 'gift' && !bare ? brought.code : null
  useEffect(() => {
    if (gift !== null) void replace(withParams(routes.scan, { code: gift }))
  }, [gift])
  const asked = brought && gift === null ? brought.code : ''
  return useQuery({ queryKey: ['public', 'certificate', asked], queryFn: ({ signal }) => ask(asked, signal) })
}
