import { addDays, formatDateZh, formatInstantZh, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import { ageOn } from '@/domain/id-number'
import { maskName } from '@/domain/masking'
import { atTime } from '../../rules/due'
import { claimDates, payoutDates, remindersFor } from '../../rules/notifications'
import { planInfo, renewalGapDays } from '../../rules/plans'
import { reasonWords } from '../../rules/reasons'
import type { Account, CoverageRecord } from '../../store/entities'
import { isLive } from './people/access'
import type { FlowContext } from './context'
import { notify } from './notify'
import { notifyAgent } from './notify-agent'
import type { Due } from './timers'

/** The first moment after `after` and up to `until` with reminders: they go out at 09:00, all of one moment together, while they still hold. */
export async function nextReminder(context: FlowContext, after: Instant, until: Instant): Promise<Due | null> {
  // Most runs are seconds apart: without a nine o'clock between them there is nothing to look for.
  if (nextNine(after) > until) return null
  const all = [...(await ofClaims(context)), ...(await ofPayouts(context)), ...(await ofCoverages(context)), ...(await ofTickets(context)), ...(await ofAuthorisations(context))].filter(({ at }) => at > after && at <= until)
  const [first] = all.map(({ at }) => at).sort()
  if (first === undefined) return null
  return {
    at: first,
    run: async (at) => {
      for (const due of all) if (due.at === first) await due.run(at)
    },
  }
}

function nextNine(after: Instant): Instant {
  const today = atTime(localDateOf(after), '09:00')
  return today > after ? today : atTime(addDays(localDateOf(after), 1), '09:00')
}

async function ofClaims({ tx }: FlowContext): Promise<Due[]> {
  return (await tx.list('claim')).flatMap((claim) =>
    remindersFor(claim.progress.state, claimDates(claim.progress)).map((reminder) => ({
      at: reminder.at,
      run: async (context: FlowContext) => {
        const { id, ownerId, claimNo, progress } = claim
        await notify(context, ownerId, reminder.id, { claim: { progress, claimNo } }, { claimId: id })
        await notifyAgent(context, claim, reminder.id)
      },
    })),
  )
}

async function ofPayouts({ tx }: FlowContext): Promise<Due[]> {
  return (await tx.list('payout')).flatMap(({ id, ownerId, claimId, progress }) =>
    remindersFor(progress.state, payoutDates(progress)).map((reminder) => ({
      at: reminder.at,
      run: async (context: FlowContext) => {
        await notify(context, ownerId, reminder.id, { payout: progress }, { payoutId: id, claimId, ...(progress.accountCause === 'C5_MISSING' && reminder.id === 'payout.accountReminder' ? { page: 'consents' as const } : {}) })
        const claim = await context.tx.get('claim', claimId)
        if (claim) await notifyAgent(context, claim, reminder.id, progress)
      },
    })),
  )
}

/** Places that are kept for a day or longer: the last day is told. */
async function ofTickets({ tx }: FlowContext): Promise<Due[]> {
  const dues: Due[] = []
  for (const { id, ownerId: campaignId, until } of await tx.list('reservation')) {
    const [ticket, campaign] = [await tx.get('ticket', id), await tx.get('campaign', campaignId)]
    if (!ticket || !campaign) continue
    const values = { planName: planInfo(campaign.planId).nameZh, reservedUntil: formatInstantZh(until) }
    for (const { id: reminder, at } of remindersFor(ticket.progress.state, { reservedUntil: localDateOf(until) })) {
      if (at > ticket.createdAt) dues.push({ at, run: (context) => notify(context, ticket.ownerId, reminder, { values }, { campaignId }) })
    }
  }
  return dues
}

/** Authorisations of agents that still run: the member hears a week ahead, not the agent. */
async function ofAuthorisations({ tx }: FlowContext): Promise<Due[]> {
  const dues: Due[] = []
  for (const record of await tx.list('authorisation')) {
    const { ownerId, agentId, until } = record
    const values = { agentNameMasked: maskName((await tx.get('account', agentId))?.name ?? ''), agentExpiresOn: formatDateZh(until) }
    for (const { id, at } of remindersFor(null, { agentExpiresOn: until })) {
      if (isLive(record, at)) dues.push({ at, run: (context) => notify(context, ownerId, id, { values }) })
    }
  }
  return dues
}

async function ofCoverages({ tx }: FlowContext): Promise<Due[]> {
  const coverages = await tx.list('coverage')
  const accounts = new Map((await tx.list('account')).map((account) => [account.id, account]))
  return coverages.flatMap((coverage) => {
    const account = accounts.get(coverage.ownerId)
    const renewed = coverages.some(({ ownerId, planId, effectiveOn }) => ownerId === coverage.ownerId && planId === coverage.planId && effectiveOn > coverage.endsOn)
    return account && !renewed ? ofCoverage(coverage, account) : []
  })
}

function ofCoverage(coverage: CoverageRecord, account: Account): Due[] {
  const blocked = renewalBlocked(coverage, account)
  const values = {
    planName: planInfo(coverage.planId).nameZh,
    endsOn: formatDateZh(coverage.endsOn),
    renewUntil: formatDateZh(addDays(coverage.endsOn, renewalGapDays)),
    reasonMemberZh: blocked ? reasonWords('AGE_LIMIT').memberZh : undefined,
  }
  const dates: Record<string, LocalDate | null> = { benefitsFrom: coverage.waitingEndsOn === null ? null : coverage.benefitsFrom, endsOn: coverage.endsOn }
  return remindersFor(null, dates)
    .filter(({ id }) => (blocked ? !renewalOnly.has(id) : id !== 'coverage.renewalNotPossible'))
    .map(({ id, at }) => ({ at, run: (context: FlowContext) => notify(context, coverage.ownerId, id, { values }, { enrolmentId: coverage.enrolmentId ?? undefined, planId: coverage.planId }) }))
}

const renewalOnly: ReadonlySet<string> = new Set(['coverage.renewal', 'coverage.ended'])

/** Too old to enrol again on the day after the cover ends (rule source R-). */
function renewalBlocked({ planId, endsOn }: CoverageRecord, { birthDate }: Account): boolean {
  return birthDate !== null && ageOn(birthDate, addDays(endsOn, 1)) > planInfo(planId).ageMax
}
