export default definePageConfig({ navigationBarTitleText: '自费参保' })
