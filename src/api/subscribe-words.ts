/** Words around WeChat's question, the same wherever it is put; each place has its own title. */
export const subscribeWords = {
  detail: (titles: readonly string[]) => `${titles.join('、')}，每种可以发一条。不开启也能在“消息”里看到。`,
  yes: '开启微信提醒',
  no: '不用了',
  saved: '已开启，有进展时微信告诉您。',
  refused: '好的。进展都在“消息”里，随时可以看。',
  failed: '您的选择还没有存上。',
  again: '再存一次',
} as const
