import { useQuery } from '@tanstack/react-query'
import { clockQuery, openClaimsQuery, testPayoutsQuery } from '@/api/tester'
import { switchTab } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Card, Cell, CellGroup, Notice, Page } from '@/ui'
import { useConsole } from '../../model/console'
import { ClockCard } from '../../parts/clock-card'
import { EventDesk } from '../../parts/event-desk'
import { OfficeDesk } from '../../parts/office-desk'
import { OpenClaimCard } from '../../parts/open-claim-card'
import { PayoutDesk } from '../../parts/payout-card'
import { PersonaList } from '../../parts/persona-list'
import { SettlementCard } from '../../parts/settlement-card'
import { texts as t } from '../../texts'

/** Needs no member's sign-in: its controls have a token of their own, and the server has them in test mode only. */
export default function TesterConsolePage() {
  const clock = useQuery(clockQuery())
  const claims = useQuery(openClaimsQuery())
  const payouts = useQuery(testPayoutsQuery())
  const control = useConsole()
  return (
    <Page title={t.title} subtitle={t.subtitle} query={clock} onBack={() => switchTab(routes.home)}>
      {({ now }) => (
        <>
          {control.said ? <Notice tone="success" announce="polite" action={{ label: t.home, onPress: () => switchTab(routes.home) }}>{control.said}</Notice> : null}
          {control.failedZh ? <Notice tone="warn" announce="assertive">{control.failedZh}</Notice> : null}
          <ClockCard now={now} control={control} />
          {claims.data?.items.map((claim) => <OpenClaimCard key={claim.claimId} claim={claim} control={control} />)}
          {claims.data?.items.length === 0 ? <CellGroup title={t.claims}><Cell title={t.noClaims} /></CellGroup> : null}
          <OfficeDesk control={control} />
          {payouts.data ? <PayoutDesk payouts={payouts.data.items} nextPlanned={payouts.data.nextPlanned} control={control} /> : null}
          <SettlementCard control={control} />
          <EventDesk control={control} />
          <PersonaList control={control} />
          <Card title={t.reset} icon="retry">
            <Button kind="danger" disabled={control.busy} onPress={() => control.resetAll()}>{t.reset}</Button>
          </Card>
        </>
      )}
    </Page>
  )
}
