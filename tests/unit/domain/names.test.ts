import fc from 'fast-check'
import { cleanName, sameName } from '@/domain/names'

describe('one name, written in two ways', () => {
  test.each([
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽.买买提'],
    ['阿依古丽·买买提', '阿依古丽．买买提'],
    ['阿依古丽·买买提', '阿依古丽买买提'],
    ['陈 速达', '陈速达'],
    ['陈速达', '\u2068陈速达\u2069'],
    ['陈速达', '陈\u00a0速达\ufeff'],
    ['邱𬱖䶮', '邱 𬱖䶮'],
    ['\uf9d1', '六'], // compatibility ideograph of an older character set
    ['\u2f08大', '人大'], // a radical in place of the character
    ['邱𬱖\u{e0101}䶮', '邱𬱖䶮'],
    ['María José O’Neill', "MARI\u0301A JOSE\u0301 O'NEILL"],
    ['Ｌｉ Ｎａ', 'Li Na'],
  ])('%j and %j', (a, b) => {
    expect(sameName(a, b)).toBe(true)
    expect(sameName(b, a)).toBe(true)
  })
})

describe('two names', () => {
  test.each([
    ['邱𬱖䶮', '邱?䶮'],
    ['邱𬱖䶮', '邱䶮'],
    ['邱𬱖䶮', '邱頠䶮'],
    ['陈速达', '陈速'],
    ['陈速达', ''],
    ['·', ' '],
    ['\u{20000}', '\u{20001}'],
  ])('%j and %j', (a, b) => {
    expect(sameName(a, b)).toBe(false)
    expect(sameName(b, a)).toBe(false)
  })
})

test('a name as it is kept equals itself as it came, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      const kept = cleanName(name)
      expect(cleanName(kept)).toBe(kept)
      expect(sameName(kept, name)).toBe(sameName(name, name))
    }),
  )
})
