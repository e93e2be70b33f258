// `useBuiltIns: false`: the template's `usage` pulls 280 KB of core-js source into the H5 entry.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
