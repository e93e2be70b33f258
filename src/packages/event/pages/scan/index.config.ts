export default definePageConfig({ navigationBarTitleText: '连续扫码' })
