import fc from 'fast-check'
import { cleanAmount, cleanCardNumber, cleanDate, cleanGrade, cleanIdNumber, cleanLines, cleanMemberNo, cleanPhone, cleanSerial, cleanSmsCode, cleanUscc, cleanWords, groupedCardNumber, type Cleaner } from '@/domain/cleaners'
import { cleanName } from '@/domain/names'
import { parseYuan } from '@/domain/typed-yuan'

const ISO = '\u2068' // iOS puts the numbers of its contacts between these
const POP = '\u2069'

/** What people paste, by kind of value, and what the contract has. */
const pasted: Record<string, { clean: Cleaner; canonical: string; forms: string[] }> = {
  phone: {
    clean: cleanPhone,
    canonical: '10000000001',
    forms: [
      '100 0000 0001', '100-0000-0001', '+86 100 0000 0001', '+8610000000001', '86 10000000001', '0086-100-0000-0001', '(+86)10000000001', '（＋８６）１００ ００００ ０００１', '010000000001', 'tel:+8610000000001',
      `${ISO}+86 100 0000 0001${POP}`, '\u202a10000000001\u202c', '\u200b100\u200b00000001\ufeff', '100\u00a00000\u00a00001', '100\u20110000\u20110001', '手机：10000000001', '10000000001（移动）', '100.0000.0001', ' 10000000001\n', '10000000001 / 10000000001',
    ],
  },
  'sms code': {
    clean: cleanSmsCode,
    canonical: '202507',
    forms: [
      '２０２５０７', '202 507', '202-507', ' 202507 ', '\u2068202507\u2069', '【掌上办】您的验证码是202507，5分钟内有效。', '【掌上办】验证码：202507（动态验证码），请勿泄露。热线020-12351', '202507是您的登录验证码，请于5分钟内填写', '2026年12月1日 10:00 验证码 202507，如非本人操作请致电10000000001',
      '您正在办理转账100000元业务，验证码202507', '尾号800000的用户您好，验证码为：202507', 'Your verification code is 202-507.', '【掌上办】202507（登录验证码），订单号20261201001', '验证码：\n202507\n',
    ],
  },
  'id number': {
    clean: cleanIdNumber,
    canonical: '44990019900307123X',
    forms: ['44990019900307123x', '４４９９００１９９００３０７１２３Ｘ', '449900 19900307 123X', '449900-19900307-123X', '44990019900307123×', '44990019900307123Х', '44990019900307123𝚾', '身份证号：44990019900307123x', '证件号码 44990019900307123X。', '\u202d44990019900307123X\u202c'],
  },
  'card number': {
    clean: cleanCardNumber,
    canonical: '6222020000000000000',
    forms: ['6222 0200 0000 0000 000', '6222-0200-0000-0000-000', '６２２２０２０００００００００００００', '卡号：6222020000000000000', '6222020000000000000（工商银行）', '工商银行 6222 0200 0000 0000 000 广州分行', '\u20686222020000000000000\u2069', '6222.0200.0000.0000.000'],
  },
  'member number': { clean: cleanMemberNo, canonical: 'GD-4400-1001', forms: ['gd-4400-1001', 'GD–4400–1001', 'ＧＤ－４４００－１００１', ' GD-4400-1001 ', 'GD-4400- 1001', '会员号：GD-4400-1001', '\u200bGD-4400-1001'] },
  serial: { clean: cleanSerial, canonical: '00123456AB', forms: ['00123456ab', '0012 3456 AB', '００１２３４５６ＡＢ', '票据号码：00123456AB', 'No.00123456AB', '№ 00123456AB', '0012-3456-AB', '00123456AB。'] },
  uscc: { clean: cleanUscc, canonical: '81440000MC1234567X', forms: ['81440000mc1234567x', '8144 0000 MC12 3456 7X', '统一社会信用代码：81440000MC1234567X', '８１４４００００ＭＣ１２３４５６７Ｘ'] },
  grade: { clean: cleanGrade, canonical: '8', forms: ['8级', '８', '八级', '８级', ' 8 级 ', '08', '捌级', 'Ⅷ级', 'VIII', '伤残八级', '伤残等级：8级', '第八级', '劳动功能障碍八级', '8级。'] },
  'highest grade': { clean: cleanGrade, canonical: '10', forms: ['十级', '10级', '１０', '拾级', 'X级'] },
  amount: {
    clean: cleanAmount,
    canonical: '37000.50',
    forms: ['37,000.50', '￥37,000.50', '¥ 37000.50元', '３７，０００．５０', '37 000.50', '人民币37,000.50元整', 'RMB 37,000.50', '37000。50', '总费用：37,000.50元', '037000.50', '\u202d37000.50\u202c', '37\u00a0000.50', '37000.50 CNY', '  37000.50', '¥   37000.50'],
  },
  'amount of ten thousands': { clean: cleanAmount, canonical: '37000', forms: ['3.7万', '3.7万元', '３．７万', '¥3.70万', '37,000', '37000.', '37000元'] },
  date: { clean: cleanDate, canonical: '2026-12-01', forms: ['2026年12月1日', '2026/12/1', '2026.12.01', '20261201', '２０２６－１２－０１', '2026 - 12 - 01', '2026–12–1', '\u20682026-12-01\u2069', '2026年12月01'] },
  name: { clean: cleanName, canonical: '阿依古丽·买买提', forms: ['阿依古丽•买买提', '阿依古丽・买买提', '阿依古丽‧买买提', '阿依古丽．买买提', '阿依古丽.买买提', '阿依古丽･买买提', ' 阿依古丽·买买提 ', '\u200b阿依古丽·买买提\u202c', '\u3000阿依古丽·买买提'] },
  'rare name': { clean: cleanName, canonical: '邱𬱖䶮', forms: [' 邱𬱖䶮', '邱𬱖\ufe00䶮', '\u2068邱𬱖䶮\u2069'] },
  'name of letters': { clean: cleanName, canonical: 'María José O’Neill', forms: ['Mari\u0301a Jose\u0301 O’Neill', 'María  José O’Neill', 'María\u00a0José O’Neill', 'Ｍaría José O’Neill'] },
  words: { clean: cleanWords, canonical: '广州市第一人民医院', forms: [' 广州市第一人民医院 ', '\u200b广州市第一人民医院', '广州市第一人民医院\n', '\u3000广州市第一人民医院'] },
  lines: { clean: cleanLines, canonical: '上班路上\n被撞', forms: [' 上班路上\n被撞\n', '\u202a上班路上\n被撞\u202c'] },
}

describe.each(Object.entries(pasted))('%s', (_kind, { clean, canonical, forms }) => {
  test.each(forms)('%j', (form) => expect(clean(form)).toBe(canonical))
  test('a canonical value stays what it is', () => expect(clean(canonical)).toBe(canonical))
})

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789  -.,:;()（）：。，·・＋+×xX号码元万级八十年月日验证¥￥\u200b\u2068\u00a0'.split('')) }),
  fc.constantFrom(...Object.values(pasted).flatMap(({ forms }) => forms)),
)

test.each(Object.entries(pasted))('cleaning %s twice is cleaning once, whatever comes', (_kind, { clean }) => {
  fc.assert(fc.property(texts, (text) => expect(clean(clean(text))).toBe(clean(text))), { numRuns: 2000 })
})

test.each([
  ['a phone', cleanPhone, fc.integer({ min: 0, max: 9_999_999_999 }).map((rest) => `1${String(rest).padStart(10, '0')}`)],
  ['a code', cleanSmsCode, fc.integer({ min: 0, max: 999_999 }).map((code) => String(code).padStart(6, '0'))],
  ['a grade', cleanGrade, fc.integer({ min: 1, max: 10 }).map(String)],
  ['a card number', cleanCardNumber, fc.stringMatching(/^\d{15,19}$/)],
  ['a number of an invoice', cleanSerial, fc.stringMatching(/^\d{6,20}$/)],
  ['a date', cleanDate, fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))],
] as const)('any %s that is canonical stays what it is', (_kind, clean, values) => {
  fc.assert(fc.property(values, (value) => expect(clean(value)).toBe(value)))
})

test('any phone is found again in every dress', () => {
  const phones = fc.integer({ min: 0, max: 9_999_999_999 }).map((rest) => `1${String(rest).padStart(10, '0')}`)
  const dresses = fc.constantFrom<(phone: string) => string>(
    (p) => `+86 ${p}`, (p) => `0086${p}`, (p) => p.replace(/^(\d{3})(\d{4})/, '$1 $2 '), (p) => p.replace(/^(\d{3})(\d{4})/, '$1-$2-'), (p) => `${ISO}${p}${POP}`, (p) => `手机:${p}`,
  )
  fc.assert(fc.property(phones, dresses, (phone, dress) => expect(cleanPhone(dress(phone))).toBe(phone)))
})

test('any amount is the same money in every dress', () => {
  const amounts = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 })).map(([yuan, cents]) => ({ yuan, text: `.${String(cents).padStart(2, '0')}`, fen: yuan * 100 + cents }))
  fc.assert(
    fc.property(amounts, ({ yuan, text, fen }) => {
      const commas = String(yuan).replace(/\B(?=(?:\d{3})+$)/g, ',')
      for (const dressed of [`${yuan}${text}`, `￥${commas}${text}`, `${commas}${text}元`, `人民币 ${yuan}${text}`]) expect(parseYuan(dressed)).toEqual({ ok: true, fen })
    }),
  )
})

describe('what makes no sense is left for the check to speak of', () => {
  test.each([
    [cleanPhone, '10000000001、10000000002', '10000000001、10000000002'],
    [cleanPhone, '1380013800', '1380013800'],
    [cleanSmsCode, '12345', '12345'],
    [cleanSmsCode, '没有收到', '没有收到'],
    [cleanSmsCode, '123456 或 654321', '123456 或 654321'],
    [cleanGrade, '十一级', '十一级'],
    [cleanGrade, '没有定级', '没有定级'],
    [cleanAmount, '12,34', '12,34'],
    [cleanAmount, '三万七', '三万七'],
    [cleanAmount, '-5', '-5'],
    [cleanAmount, '1 2', '1 2'],
    [cleanCardNumber, '62220200000000000O0', '62220200000000000O0'],
    [cleanDate, '2026-02-30', '2026-02-30'],
    [cleanIdNumber, '4*************0X', '4*************0X'],
  ])('%p %j', (clean, typed, left) => expect(clean(typed)).toBe(left))
})

test('a card number stands in groups of four and is cleaned out of them', () => {
  expect(groupedCardNumber('6222020000000000000')).toBe('6222 0200 0000 0000 000')
  expect(groupedCardNumber('6222 0200 0000 0000 000')).toBe('6222 0200 0000 0000 000')
  expect(groupedCardNumber('不是卡号')).toBe('不是卡号')
})
