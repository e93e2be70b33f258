import fc from 'fast-check'
import { ageOn, checkIdNumber, idNumberWordsZh } from '@/domain/id-number'
import vectors from '../vectors/id-vectors.json'

const today = vectors.asOf

test('all vectors are here', () => {
  expect(vectors.idNumbers).toHaveLength(43)
  expect(vectors.ages).toHaveLength(15)
})

describe('checkIdNumber', () => {
  test.each(vectors.idNumbers.map((v, at) => ({ ...v, at })))('$at $input', (v) => {
    const check = checkIdNumber(v.input, today)
    if (v.valid) expect(check).toEqual({ ok: true, normalized: v.normalized, birthDate: v.birthDate, sex: v.sex })
    else expect(check).toMatchObject({ ok: false, code: v.reason })
  })

  test('each fault has its own words, and the words never hold the number', () => {
    const words = vectors.idNumbers.flatMap((v) => {
      const check = checkIdNumber(v.input, today)
      return check.ok ? [] : [check.messageZh]
    })
    expect(new Set(words)).toEqual(new Set(Object.values(idNumberWordsZh)))
    expect(new Set(words).size).toBe(vectors.idRule.order.length)
    expect(words.filter((text) => /\d{6}/.test(text))).toEqual([])
  })

  test('takes the provinces of the list and no other', () => {
    const prefixes = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))
    const known = prefixes.filter((prefix) => {
      const check = checkIdNumber(`${prefix}9900199203152119`, today)
      return check.ok || check.code !== 'PROVINCE'
    })
    expect(known).toEqual(vectors.idRule.provinceCodes)
  })

  test('a birth today is possible, a birth tomorrow is not', () => {
    const born = vectors.idNumbers.find((v) => v.reason === 'FUTURE')?.input ?? ''
    expect(checkIdNumber(born, '2026-12-31')).toMatchObject({ code: 'FUTURE' })
    expect(checkIdNumber(born, '2027-01-01')).toMatchObject({ ok: true, birthDate: '2027-01-01' })
  })

  test('one wrong digit anywhere is always noticed', () => {
    const valid = vectors.idNumbers.filter((v) => v.valid && /^\d{18}$/.test(v.input)).map((v) => v.input)
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(17), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const wrong = id.slice(0, at) + ((Number(id.charAt(at)) + by) % 10) + id.slice(at + 1)
        expect(checkIdNumber(wrong, today).ok).toBe(false)
      }),
    )
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(checkIdNumber(text, today).ok).toBe(false)))
  })
})

describe('ageOn', () => {
  test.each(vectors.ages)('$idNo on $on: $age', ({ idNo, on, ...expected }) => {
    const check = checkIdNumber(idNo, today)
    if (!check.ok) throw new Error('the vector holds a wrong number')
    const age = ageOn(check.birthDate, on)
    expect({
      age,
      under14: age < 14,
      paidEnrolment: age >= 16 && age <= 60,
      gift: age >= 16 && age <= 59,
    }).toEqual(expected)
  })

  test('is refused for what is no date', () => expect(() => ageOn('1990-02-29', today)).toThrow(RangeError))
})
