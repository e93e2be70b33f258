import { View } from '@tarojs/components'
import { back, switchTab } from '@/platform/navigation'
import { routes } from '@/routes'
import { Badge, Button, Card, Facts, Notice, Page } from '@/ui'
import { useCertificateCheck } from '../../model/verify'
import { verifyTexts as t } from '../../texts'

/** Behind the code on a certificate, for whoever is shown one: nobody signs in, and it says no more than the certificate itself. */
export default function GiftVerifyPage() {
  const query = useCertificateCheck()
  return (
    <Page title={t.title} query={query} onBack={() => back(routes.home)} footer={<Button kind="secondary" onPress={() => switchTab(routes.home)}>{t.home}</Button>}>
      {(check) =>
        check ? (
          <>
            <Card title={t.found} icon="check" kind="accent" extra={<Badge tone={check.holds ? 'success' : 'neutral'}>{check.statusZh}</Badge>}>
              <View className="z-small">{t.number}</View>
              <View className="z-strong z-digits z-stack">{check.certificateNo}</View>
              <Facts
                items={[
                  { label: t.name, value: check.nameMasked },
                  { label: t.plan, value: check.planNameZh },
                  { label: t.firstDay, value: t.firstDayAt(check.effectiveOn) },
                  { label: t.lastDay, value: t.lastDayAt(check.endsOn) },
                  { label: t.state, value: check.statusZh },
                ]}
              />
            </Card>
            <Notice>{t.compare}</Notice>
          </>
        ) : (
          <Notice tone="warn" title={t.unknown} announce="assertive">{t.unknownDetail}</Notice>
        )
      }
    </Page>
  )
}
