import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** What a room may reach with `@/…` (src), `@mock/…` and relative paths. Imports go downward only. */
const below = {
  contract: [],
  domain: ['contract'],
  platform: ['contract', 'domain'],
  state: ['contract', 'domain', 'platform'],
  api: ['contract', 'domain', 'platform', 'state'],
  ui: ['domain', 'platform'],
  pages: ['contract', 'domain', 'platform', 'state', 'api', 'ui', 'routes'],
}
const rooms = ['contract', 'domain', 'platform', 'state', 'api', 'ui', 'pages', 'packages']
const packages = ['gift', 'claim', 'payout', 'event', 'account', 'tester']

const forbid = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })
const noMock = { regex: '^@mock/(?!embedded)|/mock/', message: 'src never imports the mock (mock/embedded in demo builds only).' }
const noTests = { regex: '^@tests/', message: 'Nothing imports tests.' }
const noLeaving = (room, depth = 0) => ({ regex: `^(\\.\\./){${depth + 1},}(${rooms.join('|')}|mock|app)`, message: `Leave ${room} by the alias @/…` })

const roomRule = (room) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: forbid([
    { regex: `^@/(?!(${[...below[room], room].join('|')})(/|$))`, message: `src/${room} may import only: ${below[room].join(', ') || 'nothing'}.` },
    noMock, noTests, noLeaving(room),
    ...(room === 'platform' ? [] : [{ regex: '^@tarojs/taro$', message: 'Device APIs live in src/platform.' }]),
  ]),
})
const packageRule = (name) => ({
  files: [`src/packages/${name}/**/*.{ts,tsx}`],
  rules: forbid([
    { regex: `^@/(pages|packages/(?!${name}/))`, message: 'A package never imports another package or a tab page.' },
    { regex: `^(\\.\\./)+(${packages.filter((p) => p !== name).join('|')})/`, message: 'A package never imports another package.' },
    noMock, noTests,
    { regex: '^@tarojs/taro$', message: 'Device APIs live in src/platform.' },
  ]),
})

/** Syntax is translated, library functions are not filled in: what Chrome 73 and iOS 13 (browserslist) do not have would throw on the phone only. */
const newer = {
  method: /^(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceChildren|randomUUID|isWellFormed)$/,
  ofPromise: /^(allSettled|any|withResolvers|try)$/,
  ofObject: /^(hasOwn|groupBy)$/,
}
const tooNew = (selector) => ({ selector, message: 'Chrome 73 and iOS 13 do not have it: src/platform/README.md, Footguns.' })
const libraryRule = {
  files: ['src/**/*.{ts,tsx}'],
  rules: {
    'no-restricted-syntax': [
      'error',
      tooNew(`CallExpression > MemberExpression.callee[property.name=${newer.method}]`),
      tooNew(`MemberExpression[object.name='Promise'][property.name=${newer.ofPromise}]`),
      tooNew(`MemberExpression[object.name='Object'][property.name=${newer.ofObject}]`),
      tooNew(`MemberExpression[object.name='AbortSignal'][property.name=/^(any|timeout)$/]`),
      tooNew(`Identifier[name=/^(structuredClone|WeakRef|FinalizationRegistry)$/]`),
      tooNew(`Literal[regex.pattern=/\\(\\?<[=!]/]`),
    ],
  },
}

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
    },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  ...Object.keys(below).map(roomRule),
  ...packages.map(packageRule),
  libraryRule,
  {
    files: ['mock/**/*.ts'],
    rules: forbid([
      { regex: '^@/(?!(contract|domain)/)', message: 'mock imports only src/contract and src/domain.' },
      { regex: '^(\\.\\./)+src/', message: 'Reach src by the alias @/.' },
      noTests,
    ]),
  },
  { files: ['**/*.js', '**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
