const path = require('node:path')

// Absolute: a project's relative rootDir counts from the root above, not from this file.
const shared = {
  rootDir: path.resolve(__dirname, '..'),
  // Jest's sandbox makes each look-up of a global slow; rules and signatures ask for these a million times. None that a test replaces: no Date, no timer.
  sandboxInjectedGlobals: ['Array', 'Float64Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Set', 'String', 'Uint8Array'],
  transform: { '\\.[jt]sx?$': 'babel-jest', '\\.mjs$': 'babel-jest' },
  transformIgnorePatterns: ['/node_modules/(?!(@tarojs|axios|zustand|valibot|@tanstack|@noble|@swc/helpers|tslib)/)'],
  moduleNameMapper: {
    '\\.(css|scss)$': '<rootDir>/tests/setup/style.js',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@mock/(.*)$': '<rootDir>/mock/$1',
    '^@tests/(.*)$': '<rootDir>/tests/$1',
    '^@tarojs/components$': '<rootDir>/tests/setup/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/setup/taro.ts',
  },
}

module.exports = {
  rootDir: '..',
  // A worker that has run many page suites is replaced: otherwise it grows to gigabytes.
  workerIdleMemoryLimit: '900MB',
  projects: [
    { ...shared, displayName: 'unit', testEnvironment: 'node', testMatch: ['<rootDir>/tests/{unit,contract,faults}/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'pages',
      testEnvironment: '<rootDir>/tests/setup/environment.js',
      setupFilesAfterEnv: ['<rootDir>/tests/setup/pages.ts'],
      testMatch: ['<rootDir>/tests/pages/**/*.test.tsx'],
    },
  ],
}
