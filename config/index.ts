import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin'
import { NormalModuleReplacementPlugin, ProvidePlugin } from 'webpack'

const root = path.resolve(__dirname, '..')
const target = process.env.TARO_ENV ?? 'h5'
/** Where the mini-program finds the server; H5 is served by the server itself and uses its own origin. */
const apiBase = process.env.API_BASE ?? (target === 'h5' ? '/api/v1' : 'http://127.0.0.1:8788/api/v1')
/** Libraries whose syntax is newer than ES2018: left alone, the H5 page stays blank while the build exits 0 (src/README, Footguns). */
const transpiled = [(file: string) => /node_modules[\\/](@tanstack|axios|valibot|zustand|query-string|decode-uri-component|split-on-first|filter-obj)[\\/]/.test(file)]

interface Chain {
  resolve: { alias: { set(name: string, file: string): unknown }; plugin(name: string): { use(p: unknown, args: unknown[]): void } }
  merge(part: Record<string, unknown>): void
  plugin(name: string): { tap(change: (args: [{ loaderMeta?: { execBeforeCreateWebApp?: string } }]) => unknown[]): unknown }
}
interface ModuleRequest {
  context: string
  request: string
}
/** What of axios the app never reaches: its own adapters, forms (files go by platform/upload), the old way to cancel, names of statuses. */
const axiosUnused = /(^|\/)(xhr|fetch|toFormData|toURLEncodedForm|formDataToJSON|AxiosURLSearchParams|CancelToken|HttpStatusCode|spread)\.js$/
/** Tsconfig's aliases, and axios without what the app never uses: 3 KB gzip less than with its adapters left out alone. */
const common = (chain: Chain): void => {
  paths(chain)
  const skip = (asked: ModuleRequest): void => {
    if (/axios[\\/]lib([\\/]|$)/.test(asked.context)) asked.request = absent
  }
  chain.merge({ plugin: { axiosUnused: { plugin: NormalModuleReplacementPlugin, args: [axiosUnused, skip] } } })
}
const absent = path.join(root, 'config/absent-module.js')
const paths = (chain: Chain) => chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin, [{ configFile: path.join(root, 'tsconfig.json'), extensions: ['.ts', '.tsx', '.js'] }])

/** Taro's own settings keep function names and quote keys: 8 KB more, and quoted private names that no engine parses. */
const terser = { enable: true, config: { keep_fnames: false, output: { comments: false, quote_keys: false, keep_quoted_props: false, beautify: false } } }

export default defineConfig<'webpack5'>({
  projectName: 'zhangshangban',
  date: '2026-11-25',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Kept between the builds of somebody at work only: after a pull that moved files a kept cache has left a page empty, and the build said nothing.
  cache: { enable: process.argv.includes('--watch') },
  plugins: [path.join(root, 'config/aria-plugin.ts')],
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  // WeChat's map of pages; what a browser looks for by its name: manifest and icons.
  copy: { patterns: [target === 'weapp' ? { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' } : { from: 'src/assets/app/', to: 'dist/h5/' }], options: {} },
  terser,
  // Levels of nested templates in base.wxml, 4.5 KB each; what lies deeper goes through Taro's <comp>. The pages have up to 10.
  baseLevel: 12,
  mini: {
    compile: { include: transpiled },
    miniCssExtractPluginOption: { ignoreOrder: true },
    optimizeMainPackage: { enable: true },
    // No minifyXML: it takes <input> for an HTML tag and drops </input>, which wcc refuses.
    postcss: { pxtransform: { enable: true, config: {} } },
    webpackChain: (chain: unknown) => {
      const c = chain as Chain
      common(c)
      // WeChat has no AbortController, which TanStack Query uses as a bare name; a file that sets a global would not reach it everywhere.
      const ponyfill = path.join(root, 'src/platform/abort-controller.ts')
      c.merge({ plugin: { abortController: { plugin: ProvidePlugin, args: [{ AbortController: [ponyfill, 'AbortController'], AbortSignal: [ponyfill, 'AbortSignal'] }] } } })
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    // dev:h5 beside `npm run mock` or `npm start`: one origin, as in production.
    devServer: { host: process.env.HOST ?? '127.0.0.1', open: false, proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 8788}` } } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    compile: { include: transpiled },
    // Pictures as files: inline they weigh in the first script (0 would mean the default).
    imageUrlLoaderOption: { limit: 1 },
    fontUrlLoaderOption: { limit: 1 },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} }, [path.join(root, 'config/flex-gap.js')]: { enable: true, config: {} } },
    webpackChain: (chain: unknown) => {
      const c = chain as Chain
      common(c)
      // Taro's start script knows how pages are loaded and hands it to nobody: before its router starts, the app gets a word in (src/app-routes.tsx).
      c.plugin('mainPlugin').tap(([options]) => [{ ...options, loaderMeta: { ...options.loaderMeta, execBeforeCreateWebApp: `${options.loaderMeta?.execBeforeCreateWebApp ?? ''}component.meetPages(config.routes)\n` } }])
      // taro-h5 brings polyfills that phones of the last eight years do not need, and JSONP that we never use: 10 KB gzip.
      for (const name of ['whatwg-fetch', 'abortcontroller-polyfill/dist/abortcontroller-polyfill-only', 'jsonp-retry']) c.resolve.alias.set(`${name}$`, absent)
      // Taro's icon font stands in its style sheet as data, which the limits above do not see: 6 KB gzip that only an <Icon> would ask for.
      c.merge({ module: { rule: { inlineFont: { scheme: 'data', mimetype: 'application/octet-stream', type: 'asset/resource', generator: { filename: 'static/fonts/[hash:8].ttf' } } } } })
      const stencil = path.join(root, 'config/stencil-constants.js')
      c.merge({ module: { rule: { stencilConstants: { test: /@stencil[\\/]core[\\/]internal[\\/]client[\\/]index\.js$/, use: { constants: { loader: stencil } } } } } })
      if (process.env.NODE_ENV !== 'production') return
      // Taro copies shared libraries into every async page chunk; these two groups keep one copy each.
      c.merge({
        optimization: {
          splitChunks: {
            chunks: 'all',
            cacheGroups: {
              default: false,
              defaultVendors: false,
              frame: { name: 'frame', chunks: 'initial', enforce: true, priority: 20, test: /node_modules[\\/](@tarojs|@stencil|react|react-dom|scheduler|history|universal-router|tslib|query-string)[\\/]/ },
              // What forms, papers and codes need: the first page has none of them.
              forms: { name: 'forms', chunks: 'async', minChunks: 8, priority: 16, enforce: true, test: /[\\/]src[\\/](ui[\\/](field|choice|error-summary|consent-item|steps)|platform[\\/](upload|pick|picture|device-key|forget-device-key|random)|domain[\\/]base64url)\b/ },
              // Primitives that most pages have; the others go into the pages that use them.
              // What is typed into, with its cleaners: home has no field.
              fields: { name: 'fields', chunks: 'async', minChunks: 2, priority: 18, enforce: true, test: /[\\/]src[\\/](ui[\\/](field|field-kinds|money-field|date-field|date-input|text-area|lines-input|choice)|domain[\\/](cleaners|names|typed-yuan|text))\.tsx?$/ },
              ui: { name: 'ui', chunks: 'async', minChunks: 8, priority: 15, enforce: true, test: /[\\/]src[\\/](ui|api|platform|domain)[\\/]/ },
              // Without a name: one name for all would bring what two far pages share (a swiper, a QR decoder) to the first page.
              shared: { chunks: 'async', minChunks: 2, priority: 10, test: /node_modules/ },
            },
          },
        },
      })
    },
  },
})
