import type { QueryClient } from '@tanstack/react-query'
import { forgetQueries } from '@/api/persisted'
import { restart } from '@/platform/navigation'
import { accountKey } from '@/state/session-store'
import type { WaysOut } from '@/ui/boundary'
import { routes } from './routes'

const home = (): Promise<void> => restart(routes.home)

/** What the app can do where content could not be drawn. Drafts, outbox, session and keys are none of these answers: they stay. */
export const waysOut = (client: QueryClient): WaysOut => ({
  renew: () => client.refetchQueries({ predicate: ({ options }) => typeof options.queryFn === 'function' }),
  home,
  clear: () => {
    forgetQueries(client, accountKey())
    return home()
  },
})
