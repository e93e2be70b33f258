export default definePageConfig({ navigationBarTitleText: '申领详情' })
