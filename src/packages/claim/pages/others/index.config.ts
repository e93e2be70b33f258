export default definePageConfig({ navigationBarTitleText: '为他人办理' })
