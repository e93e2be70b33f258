export default definePageConfig({ navigationBarTitleText: '事情经过' })
