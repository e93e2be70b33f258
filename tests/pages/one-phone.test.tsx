import { storedKeys } from '@/platform/storage'
import { useDrafts } from '@/state/draft-store'
import { useSession } from '@/state/session-store'

const signIn = (accountId: string): void =>
  useSession.getState().signedIn({ accessToken: `access-token-of-${accountId}`, expiresInSeconds: 900, refreshToken: `refresh-token-of-${accountId}`, account: { accountId, nameMasked: '陈**', roles: ['MEMBER'] } })
const forms = () => useDrafts.getState().forms

beforeEach(() => {
  useSession.setState(useSession.getInitialState(), true)
  useDrafts.setState(useDrafts.getInitialState(), true)
})

test('what was typed on a phone is there for the one who typed it, and for nobody else', () => {
  signIn('courier')
  useDrafts.getState().set('stay:c1', { hospital: '广州市第一人民医院' })
  // The session ends by itself; a colleague uses the phone meanwhile.
  useSession.getState().ended('登录已过期，请重新登录。')
  expect(forms()).toEqual({})
  signIn('driver')
  expect(forms()).toEqual({})
  useDrafts.getState().set('stay:c1', { hospital: '别的医院' })
  useSession.getState().ended(null)
  signIn('courier')
  expect(forms()).toEqual({ 'stay:c1': { hospital: '广州市第一人民医院' } })
  useDrafts.getState().clear('stay:c1')
  expect(storedKeys().filter((key) => key.startsWith('draft.'))).toEqual(['draft.driver/stay:c1'])
})

test('a renewed token of the same account takes nothing from the fields', () => {
  signIn('courier')
  useDrafts.getState().set('appeal:c1', { reason: '请再核对' })
  signIn('courier')
  expect(forms()).toEqual({ 'appeal:c1': { reason: '请再核对' } })
})
