import { useState } from 'react'
import { ApiError, messageOf, type ApiErrorCode } from '@/api/api-error'
import { useChangePhone } from '@/api/corrections'
import { isPhone, isSmsCode, useSmsCode } from '@/api/sms-code'
import { cleanPhone, cleanSmsCode } from '@/domain/cleaners'
import { useTyped } from '@/state/draft-store'
import { profileTexts as t } from '../profile-texts'

const FORM = 'phone'
type Errors = Partial<Record<'newPhone' | 'code', string>>
const fieldOf: Partial<Record<ApiErrorCode, keyof Errors>> = { PHONE_TAKEN: 'newPhone', SMS_CODE_WRONG: 'code', SMS_CODE_EXPIRED: 'code', RATE_LIMITED: 'code' }

/** 换手机号: the code goes to the new number; the old one stays until the server has seen it. */
export function useChangePhoneForm() {
  const typed = useTyped(FORM)
  const phone = typed.value('phone')
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [failedZh, setFailed] = useState<string | null>(null)
  const { sending, sent, send: sendTo, again, forget } = useSmsCode()
  const [doneZh, setDone] = useState<string | undefined>()
  const changing = useChangePhone()
  const wrongPhone = (): Errors => (isPhone(phone) ? {} : { newPhone: t.phoneWrong })

  async function send(): Promise<void> {
    const wrong = wrongPhone()
    setErrors(wrong)
    setDone(undefined)
    if (sending || wrong.newPhone) return
    const failed = await sendTo(phone)
    if (failed !== null) setErrors({ newPhone: failed })
  }

  async function submit(): Promise<void> {
    const wrong: Errors = { ...wrongPhone(), ...(isSmsCode(code) ? {} : { code: t.codeWrong }) }
    setErrors(wrong)
    setFailed(null)
    setDone(undefined)
    if (Object.keys(wrong).length > 0) return
    try {
      const { mobileMasked } = await changing.mutateAsync({ phone: cleanPhone(phone), code: cleanSmsCode(code) })
      typed.forget()
      setCode('')
      forget()
      setDone(t.changed(mobileMasked))
    } catch (error) {
      const field = error instanceof ApiError ? (fieldOf[error.code] ?? (error.fieldErrors['/phone'] ? 'newPhone' : undefined)) : undefined
      if (field) setErrors({ [field]: messageOf(error) ?? '' })
      else setFailed(messageOf(error))
    }
  }

  return {
    phone, code, errors, failedZh, doneZh, sent, sending, saving: changing.isPending, setCode, again,
    setPhone: typed.set('phone'),
    send: () => send(),
    submit: () => submit(),
  }
}
export type ChangePhoneForm = ReturnType<typeof useChangePhoneForm>
