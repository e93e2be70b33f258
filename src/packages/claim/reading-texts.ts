/** Words about what was read from papers. */
export const readingTexts = {
  read: '识别自票据',
  unsure: '识别自票据，请核对',
  readAs: (value: string) => `票据上读作“${value}”，以您填的为准`,
  reading: '正在识别刚上传的材料，读到的内容会自动填好。不用等，可以继续。',
  found: (count: number) => `从材料中读到 ${count} 项内容，后面已为您填好，请核对。`,
  filled: '标着“识别自票据”的内容是从材料上读来的，请看一遍，不对的直接改。',
} as const
