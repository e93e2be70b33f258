// useBuiltIns false: the template's `usage` pulls 280 KB of core-js source into the H5 entry.
// targets: the oldest phones that WeChat itself still serves; ES2018 is enough for them and half the size of ES5.
// assumptions: private fields become plain properties instead of WeakMaps.
module.exports = {
  assumptions: { privateFieldsAsProperties: true, setPublicClassFields: true },
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets: process.env.NODE_ENV === 'test' ? { node: 'current' } : { ios: '13', chrome: '65' } }]],
}
