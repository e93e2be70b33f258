export default definePageConfig({ navigationBarTitleText: '查验保障凭证' })
