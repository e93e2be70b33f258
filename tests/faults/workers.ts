import path from 'node:path'
import { openSession, type Env } from '@mock/core'
import { bankCardIdOf, consentIdOf } from '@mock/handlers/records'
import { openBankFile } from '@mock/node/bank-file'
import { BANK_FILE } from '@mock/node/boot'
import { createBank } from '@mock/partners/bank'
import { seed } from '@mock/seed/seed'
import { openSqliteStore } from '@mock/store/sqlite'
import type { Session } from '@/contract/schemas/session'
import { GOOD_CARD } from '@tests/builders/golden-claims'

export interface Worker {
  id: string
  session: Session
}

/**
 * Fills a data folder for a server: the seed, and members like persona driver, each with P1, all consents and a verified card.
 * @param standing they also leave 免审即享 to run by itself (C2)
 */
export async function withWorkers(dataDir: string, count: number, standing = false): Promise<{ workers: Worker[]; tester: string }> {
  const books = openBankFile(path.join(dataDir, BANK_FILE))
  const env: Env = { wallMs: () => Date.now(), randomBytes: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)), testMode: true, smsCode: '202507', bank: createBank(books), log: (line) => console.error(line) }
  const store = openSqliteStore(path.join(dataDir, 'mock.db'))
  try {
    await seed(store, env)
    return await store.transact(async (tx) => {
      const account = await tx.get('account', 'driver')
      const cover = (await tx.list('coverage', 'driver')).find(({ planId }) => planId === 'P1')
      const consent = await tx.get('consent', consentIdOf('driver', 'C3'))
      if (!account || !cover || !consent) throw new Error('the seed lacks its driver')
      const workers: Worker[] = []
      for (let at = 0; at < count; at += 1) {
        const id = `worker-${at}`
        await tx.put('account', { ...account, id, memberRef: undefined, mobile: `138${String(at).padStart(8, '0')}` })
        await tx.put('coverage', { ...cover, id: `COV-${id}`, ownerId: id, enrolmentId: null })
        for (const consentId of ['C1', 'C3', 'C5'] as const) await tx.put('consent', { ...consent, id: consentIdOf(id, consentId), ownerId: id, consentId })
        if (standing) await tx.put('consent', { ...consent, id: consentIdOf(id, 'C2'), ownerId: id, consentId: 'C2', standing: true })
        await tx.put('bankCard', { id: bankCardIdOf(id), ownerId: id, number: GOOD_CARD, issuer: 'ICBC', kind: 'DEBIT', verifiedAt: '2026-11-01T10:00:00+08:00', problemCode: null, boundAt: '2026-11-01T10:00:00+08:00' })
        const { accessToken, refreshToken } = await openSession(tx, env, id, ['MEMBER'])
        workers.push({ id, session: { accessToken, refreshToken: refreshToken ?? '', expiresInSeconds: 900, account: { accountId: id, nameMasked: '李**', roles: ['MEMBER'] } } })
      }
      return { workers, tester: (await openSession(tx, env, 'tester', ['TESTER'])).accessToken }
    })
  } finally {
    await store.close()
    books.close()
  }
}
