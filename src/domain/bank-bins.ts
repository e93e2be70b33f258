export type CardKind = 'DEBIT' | 'CREDIT' | 'SEMI_CREDIT'

/** First digits of a card number, the bank, the kind, and the length of the numbers it holds for. */
export interface BankBin {
  bin: string
  issuer: string
  kind: CardKind
  length: number
}

/**
 * The prefixes met most often in the province (source: github.com/hexindai/bcbc, data/bin.csv). One prefix may belong to
 * two banks that differ by length (622309, 621260). A prefix missing here only means one more question to the member.
 */
export const bankBins: readonly BankBin[] = [
  { bin: '622202', issuer: 'ICBC', kind: 'DEBIT', length: 19 },
  { bin: '620058', issuer: 'ICBC', kind: 'DEBIT', length: 19 },
  { bin: '621226', issuer: 'ICBC', kind: 'DEBIT', length: 19 },
  { bin: '622208', issuer: 'ICBC', kind: 'DEBIT', length: 19 },
  { bin: '95588', issuer: 'ICBC', kind: 'DEBIT', length: 19 },
  { bin: '621205', issuer: 'ICBC', kind: 'DEBIT', length: 18 },
  { bin: '622309', issuer: 'ICBC', kind: 'DEBIT', length: 18 },
  { bin: '622309', issuer: 'CZBANK', kind: 'DEBIT', length: 19 },
  { bin: '622210', issuer: 'ICBC', kind: 'CREDIT', length: 16 },
  { bin: '622848', issuer: 'ABC', kind: 'DEBIT', length: 19 },
  { bin: '622820', issuer: 'ABC', kind: 'SEMI_CREDIT', length: 16 },
  { bin: '103', issuer: 'ABC', kind: 'DEBIT', length: 19 },
  { bin: '621700', issuer: 'CCB', kind: 'DEBIT', length: 19 },
  { bin: '622700', issuer: 'CCB', kind: 'DEBIT', length: 19 },
  { bin: '621661', issuer: 'BOC', kind: 'DEBIT', length: 19 },
  { bin: '621285', issuer: 'PSBC', kind: 'DEBIT', length: 19 },
  { bin: '621485', issuer: 'CMB', kind: 'DEBIT', length: 16 },
  { bin: '621728', issuer: 'GDRCC', kind: 'DEBIT', length: 19 },
  { bin: '621260', issuer: 'SPABANK', kind: 'CREDIT', length: 16 },
  { bin: '621260', issuer: 'CSRCB', kind: 'DEBIT', length: 19 },
]

const bankNamesZh: Readonly<Record<string, string>> = {
  ICBC: '工商银行',
  ABC: '农业银行',
  BOC: '中国银行',
  CCB: '建设银行',
  PSBC: '邮储银行',
  CMB: '招商银行',
  CZBANK: '浙商银行',
  SPABANK: '平安银行',
  GDRCC: '广东农信',
  CSRCB: '常熟农商银行',
}

/** The bank's everyday name; `其他银行` where the prefix is not known. */
export const bankNameZh = (issuer: string): string => bankNamesZh[issuer] ?? '其他银行'
