export const texts = {
  title: '没有这个页面',
  detail: '链接可能已经过期，或者没有复制完整。您保存过的内容都在。',
  home: '回首页',
} as const
