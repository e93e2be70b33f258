export default definePageConfig({ navigationBarTitleText: '保障凭证' })
