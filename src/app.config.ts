export default defineAppConfig({
  pages: ['pages/home/index', 'pages/card/index', 'pages/claims/index', 'pages/mine/index', 'pages/sign-in/index', 'pages/not-found/index'],
  subPackages: [
    { root: 'packages/gift', pages: ['pages/offers/index', 'pages/offer/index', 'pages/certificate/index', 'pages/verify/index', 'pages/scan/index', 'pages/plans/index', 'pages/plan/index', 'pages/order/index', 'pages/join/index'] },
    { root: 'packages/event', pages: ['pages/events/index', 'pages/desk/index', 'pages/scan/index', 'pages/entry/index', 'pages/queue/index', 'pages/poster/index', 'pages/list/index'] },
    {
      root: 'packages/claim',
      pages: ['pages/start/index', 'pages/others/index', 'pages/event/index', 'pages/stay/index', 'pages/amounts/index', 'pages/papers/index', 'pages/check/index', 'pages/receipt/index', 'pages/detail/index', 'pages/supplement/index', 'pages/appeal/index'],
    },
    { root: 'packages/payout', pages: ['pages/list/index', 'pages/detail/index'] },
    { root: 'packages/account', pages: ['pages/bank-card/index', 'pages/consents/index', 'pages/agents/index', 'pages/profile/index', 'pages/messages/index', 'pages/about/index'] },
    { root: 'packages/tester', pages: ['pages/console/index'] },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/gift', 'packages/claim', 'packages/payout'] } },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  // Tablets and computers may change the size of the window.
  resizable: true,
  // WeChat asks the app (ui/privacy-sheet) before a private API runs, instead of showing its own dialog.
  __usePrivacyCheck__: true,
  window: { navigationBarTitleText: '掌上办', navigationBarBackgroundColor: '#ffffff', navigationBarTextStyle: 'black', backgroundColor: '#f5f2ec', backgroundTextStyle: 'dark' },
  tabBar: {
    color: '#5c5853',
    selectedColor: '#c8102e',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tab/home.png', selectedIconPath: 'assets/tab/home-on.png' },
      { pagePath: 'pages/card/index', text: '会员卡', iconPath: 'assets/tab/card.png', selectedIconPath: 'assets/tab/card-on.png' },
      { pagePath: 'pages/claims/index', text: '申领', iconPath: 'assets/tab/claim.png', selectedIconPath: 'assets/tab/claim-on.png' },
      { pagePath: 'pages/mine/index', text: '我的', iconPath: 'assets/tab/mine.png', selectedIconPath: 'assets/tab/mine-on.png' },
    ],
  },
})
