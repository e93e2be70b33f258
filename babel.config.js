// useBuiltIns false: the template's `usage` pulls 280 KB of core-js source into the H5 entry.
// targets: the syntax, ES2018, which every emitted file is held to (npm run budgets); half the size of ES5. package.json's browserslist asks for
// Chrome 73, because library functions are not filled in and Object.fromEntries began there; a lint rule refuses what is newer still.
// assumptions: private fields become plain properties instead of WeakMaps.
module.exports = {
  assumptions: { privateFieldsAsProperties: true, setPublicClassFields: true },
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets: process.env.NODE_ENV === 'test' ? { node: 'current' } : { ios: '13', chrome: '65' } }]],
}
