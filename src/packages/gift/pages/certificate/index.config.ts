// WeChat offers sharing only where the config says so; Taro finds no hook that a component of the page calls.
export default definePageConfig({ navigationBarTitleText: '保障凭证', enableShareAppMessage: true })
