import { checkIdDocument, checkPersonName, type IdDocumentType } from '@/domain/id-document'

const TODAY = '2026-11-23'
const words = (type: IdDocumentType, number: string): string => {
  const check = checkIdDocument(type, number, TODAY)
  return check.ok ? `ok ${check.normalized}` : check.messageZh
}

test.each<[IdDocumentType, string, string]>([
  ['MAINLAND_ID', '44990019920315211x', 'ok 44990019920315211X'],
  ['RESIDENCE_PERMIT', '810000199408230021', 'ok 810000199408230021'],
  ['HK_MACAO_PASS', 'h 1234-5678', 'ok H12345678'],
  ['HK_MACAO_PASS', 'M1234567801', 'ok M1234567801'],
  ['TAIWAN_PASS', '12345678', 'ok 12345678'],
  ['FOREIGN_RESIDENT', 'USA440012345678', 'ok USA440012345678'],
  ['PASSPORT', 'e12345678', 'ok E12345678'],
])('%s takes %s', (type, number, said) => expect(words(type, number)).toBe(said))

test.each<[IdDocumentType, string, RegExp]>([
  ['MAINLAND_ID', '810000199408230021', /居住证的号码/],
  ['MAINLAND_ID', '449900199203152119', /逐位核对/],
  ['RESIDENCE_PERMIT', '44990019920315211X', /以810000、820000或830000开头/],
  ['HK_MACAO_PASS', '12345678', /H（香港）或M（澳门）/],
  ['TAIWAN_PASS', 'H12345678', /8位数字/],
  ['FOREIGN_RESIDENT', '911111199001010000', /逐位核对|出生日期/],
  ['FOREIGN_RESIDENT', 'US440012345678', /3个字母加12位数字/],
  ['PASSPORT', 'ABCDEF', /6到12位/],
])('%s refuses %s in its own words', (type, number, said) => expect(words(type, number)).toMatch(said))

test('names of any script, counted by characters', () => {
  for (const name of ['𬱖䶮', '邱𬱖䶮', '阿依努尔·买买提', 'María José O’Neill']) expect(checkPersonName(` ${name} `)).toEqual({ ok: true, normalized: name.normalize('NFC') })
  expect(checkPersonName('𬱖'.repeat(50)).ok).toBe(true)
  expect(checkPersonName('𬱖'.repeat(51)).ok).toBe(false)
  for (const name of ['', '张3', '<b>']) expect(checkPersonName(name).ok).toBe(false)
})
