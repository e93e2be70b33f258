export default definePageConfig({ navigationBarTitleText: '住院信息' })
