import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { fieldRule } from './field-rule.mjs'
import { importRule } from './import-rule.mjs'

const fetchedCode = { selector: "ImportExpression:not(CallExpression[callee.name='fetchCode'] > ArrowFunctionExpression > ImportExpression)", message: 'fetchCode(() => import(…)) of platform/code: one that fails has words.' }

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
  { files: ['{src,mock}/**/*.{ts,tsx}'], plugins: { house: { rules: { imports: importRule } } }, rules: { 'house/imports': 'error' } },
  // What a tap starts is handed back to what was tapped (src/ui/once.ts): thrown away, a second tap starts it again. A query that is asked anew is none of it.
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['src/{pages,packages}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', fetchedCode, {
        selector: "ArrowFunctionExpression > UnaryExpression.body[operator='void']:not([argument.callee.property.name='refetch']):not([argument.callee.name='refetch'])",
        message: 'Hand the promise back: what was tapped is at work until it has settled.',
      }, {
        selector: "CallExpression > MemberExpression.callee[property.name='mutate']",
        message: 'mutateAsync, and hand the promise back: what was tapped is at work until it has settled.',
      }],
    },
  },
  // Code that is fetched later may not come, and whoever waits for it must hear so.
  {
    files: ['src/**/*.{ts,tsx}'], ignores: ['src/{pages,packages}/**', 'src/platform/worker/**'],
    rules: { 'no-restricted-syntax': ['error', fetchedCode] },
  },
  { files: ['src/**/*.tsx'], ignores: ['src/ui/{field,lines-input,lines-input.weapp,date-input}.tsx'], plugins: { fields: { rules: { kind: fieldRule } } }, rules: { 'fields/kind': 'error' } },
  { files: ['**/*.js', '**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
