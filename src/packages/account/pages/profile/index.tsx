import { useQuery } from '@tanstack/react-query'
import { nameChangesQuery } from '@/api/corrections'
import { meQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back } from '@/platform/navigation'
import { routes } from '@/routes'
import { useIsClaimant } from '@/state/guard'
import { Card, Facts, Page } from '@/ui'
import { useChangeNameForm } from '../../model/change-name'
import { useChangePhoneForm } from '../../model/change-phone'
import { NameForm } from '../../parts/name-form'
import { PhoneForm } from '../../parts/phone-form'
import { profileTexts as t } from '../../profile-texts'

export default function ProfilePage() {
  const query = usePageQuery(meQuery())
  const claimant = useIsClaimant()
  const last = useQuery({ ...nameChangesQuery(), enabled: claimant }).data?.items[0]
  const phone = useChangePhoneForm()
  const name = useChangeNameForm()
  return (
    <Page title={t.title} query={query} notices={useNotices('mine')} onBack={() => back(routes.mine)}>
      {({ nameMasked, mobileMasked, idTypeZh, idNoMasked }) => (
        <>
          <Card>
            <Facts items={[{ label: t.name, value: nameMasked }, { label: t.phone, value: mobileMasked || t.unknown }, ...(idTypeZh && idNoMasked ? [{ label: idTypeZh, value: idNoMasked }] : [])]} />
          </Card>
          <PhoneForm form={phone} />
          {claimant ? <NameForm form={name} last={last} /> : null}
        </>
      )}
    </Page>
  )
}
