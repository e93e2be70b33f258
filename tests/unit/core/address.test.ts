import { remoteOf } from '@mock/node/address'
import { BadSetting, readSettings } from '@mock/node/settings'

const from = (forwarded: string | undefined, own = '10.1.1.1') => ({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress: own } }) as unknown as Parameters<typeof remoteOf>[0]

test.each<[string, string | undefined, number, string]>([
  ['nobody stands in front: what the header says is anybody’s word', '203.0.113.9', 0, '10.1.1.1'],
  ['one proxy: the last entry is what it has seen', '198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
  ['two proxies', '198.51.100.1, 203.0.113.9, 10.2.2.2', 2, '203.0.113.9'],
  ['the header is missing', undefined, 1, '10.1.1.1'],
  ['fewer entries than proxies', '203.0.113.9', 2, '10.1.1.1'],
  ['no address', 'unknown', 1, '10.1.1.1'],
  ['IPv4 as IPv6', '::ffff:203.0.113.9', 1, '203.0.113.9'],
  ['IPv6: its network', '2001:db8:0:12::1', 1, '2001:db8:0:12::/64'],
  ['IPv6, shortened at the front', '2001:db8::7:1:2:3', 1, '2001:db8:0:0::/64'],
])('%s', (_case, forwarded, proxies, address) => {
  expect(remoteOf(from(forwarded), proxies)).toBe(address)
})

test('TRUST_PROXY is a number of proxies', () => {
  expect(readSettings({}).trustProxy).toBe(0)
  expect(readSettings({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
  expect(() => readSettings({ TRUST_PROXY: 'yes' })).toThrow(BadSetting)
})
