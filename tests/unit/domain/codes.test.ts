import fc from 'fast-check'
import { parseCode } from '@/domain/codes'

const poster = 'Ev1aB3dE5fG7hJ9kL1mN2p'
const gift = { kind: 'gift', code: poster }
const link = `https://zsb.example.cn/g/${poster}`

describe('an event or gift code', () => {
  test.each([
    poster,
    `  ${poster}\n`,
    link,
    `${link}/`,
    `${link}?from=poster#top`,
    `HTTPS://ZSB.EXAMPLE.CN/g/${poster}`,
    `http://192.168.1.5:8788/g/${poster}`,
    encodeURIComponent(link),
    encodeURIComponent(encodeURIComponent(link)),
    `q=${encodeURIComponent(link)}&scancode_time=1700000000`,
    `scene=${poster}`,
    `scene%3D${poster}`,
    `scene%253D${poster}`,
    `g=${poster}`,
    `g%3D${poster}`,
    `packages/gift/pages/offer/index?scene=${poster}`,
    `/packages/gift/pages/offer/index?from=code&scene=${poster}&v=2`,
    `packages/gift/pages/offer/index?scene=g%3D${poster}`,
    `packages/gift/pages/offer/index?scene=g=${poster}`,
  ])('%j', (text) => expect(parseCode(text)).toEqual(gift))

  test('any 22 signs of base64url, plain or as a link', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const ids = fc.string({ unit: fc.constantFrom(...signs.split('')), minLength: 22, maxLength: 22 })
    fc.assert(
      fc.property(ids, (id) => {
        for (const text of [id, `https://h.cn/g/${id}`, `scene%3D${id}`]) expect(parseCode(text)).toEqual({ kind: 'gift', code: id })
      }),
    )
  })
})

describe('the code on a certificate', () => {
  const seal = 'https://zsb.example.cn/v/Ev1aB3dE5fG7hJ9kL1mN2p'
  test.each([seal, `${seal}/`, `${seal}?from=album`, `http://192.168.1.5:8788/v/${poster}`, encodeURIComponent(seal)])('%j', (text) => expect(parseCode(text)).toEqual({ kind: 'certificate', code: poster }))
  test('cut off it is an incomplete one; elsewhere in an address it is somebody else’s', () => {
    expect(parseCode(seal.slice(0, -1))).toEqual({ kind: 'foreign', what: '不完整的凭证码' })
    for (const text of [`${seal}x`, `https://h.cn/x/v/${poster}`, `https://h.cn/?q=${encodeURIComponent(seal)}`]) expect(parseCode(text)).toEqual({ kind: 'foreign', what: '网址' })
  })
})

describe('a membership card code', () => {
  const card = `v1.${'aB3-_'.repeat(32)}.${'b'.repeat(24)}.${'x'.repeat(86)}`

  test('is handed on whole', () => expect(parseCode(card)).toEqual({ kind: 'card', code: card }))
  test('is none with foreign signs or above the length', () => {
    expect(parseCode('v1.<script>')).toEqual({ kind: 'foreign', what: '文字' })
    expect(parseCode(`v1.${'a'.repeat(400)}`).kind).toBe('foreign')
    expect(parseCode(`${card}x`).kind).toBe('foreign')
  })
  test('cut off anywhere is an incomplete one', () => {
    for (let length = 11; length < card.length; length += 1) expect(parseCode(card.slice(0, length))).toEqual({ kind: 'foreign', what: '不完整的会员码' })
  })
  test('of a later version is named as such', () => {
    expect(parseCode(`v2.${'a'.repeat(90)}`)).toEqual({ kind: 'foreign', what: '新版会员码' })
  })
})

describe('a foreign code', () => {
  test.each([
    ['https://example.com', '网址'],
    ['https://example.com/g/', '网址'],
    ['https://example.com/g/short', '不完整的活动码'],
    [`https://example.com/g/${poster.slice(0, -1)}`, '不完整的活动码'],
    [`https://example.com/g/${poster}x`, '网址'],
    [`https://example.com/x/g/${poster}`, '网址'],
    [`https://example.com/?scene=${poster}`, '网址'],
    [`https://example.com/?q=${encodeURIComponent(link)}`, '网址'],
    [`javascript:alert('/g/${poster}')`, '文字'],
    ['weixin://dl/business', '网址'],
    ['www.example.com', '网址'],
    ['wxp://f2f0abcdef', '收款码'],
    ['https://qr.alipay.com/abc', '收款码'],
    ['134567890123456789', '微信付款码'],
    ['281234567890123456', '支付宝付款码'],
    ['2812345678901234567890', '支付宝付款码'],
    ['6212345678901234567', '付款码'],
    ['13800138000', '电话号码'],
    ['+8613800138000', '电话号码'],
    ['020-83333333', '电话号码'],
    ['smsto:10086:hello', '电话号码'],
    ['BEGIN:VCARD\nFN:某人\nEND:VCARD', '名片'],
    ['https://u.wechat.com/abc', '名片'],
    ['WIFI:S:guest;T:WPA;P:12345678;;', '无线网络码'],
    ['tel:12351', '电话号码'],
    ['mailto:a@example.com', '邮箱'],
    ['01,10,044001900111,12345678,100.00,20260101,1234', '发票码'],
    ['6901234567892', '商品条码'],
    ['你好', '文字'],
    ['100%', '文字'],
    [poster.slice(1), '不完整的活动码'],
    [`${poster}x`, '不完整的活动码'],
    ['hello-world-everyone', '文字'],
    ['\ufffd\ufffd', '乱码'],
    ['https://example.com/\ufffd', '乱码'],
    ['a\u0000b', '乱码'],
    ['a'.repeat(4096), '过长的内容'],
    [`https://example.com/${'a'.repeat(4096)}`, '过长的内容'],
    [`v1.${'a'.repeat(4096)}`, '过长的内容'],
    ['中'.repeat(1365), '过长的内容'],
    ['', '空白内容'],
    [' \n', '空白内容'],
  ])('%j is %s', (text, what) => expect(parseCode(text)).toEqual({ kind: 'foreign', what }))

  test('any text is read without a throw, and what is foreign does not leave the function', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const parsed = parseCode(text)
        if (parsed.kind === 'foreign') expect(Object.keys(parsed)).toEqual(['kind', 'what'])
        else expect(text).toContain(parsed.code)
      }),
    )
  })
})
