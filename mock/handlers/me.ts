import { requireVersion, type Handler } from '../core'
import { meView } from './views/account-view'
import { homeView } from './views/home-view'

export const getMe: Handler<'getMe'> = async ({ account }) => meView(account)

export const updatePreferences: Handler<'updatePreferences'> = async ({ account, body, version, tx }) => {
  requireVersion({ version }, account.version)
  const changed = { ...account, elderMode: body.elderMode, version: account.version + 1 }
  await tx.put('account', changed)
  return meView(changed)
}

export const getHome: Handler<'getHome'> = async (context) => homeView(context)
