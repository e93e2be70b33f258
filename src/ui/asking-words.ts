/** While the server is being asked what became of something whose answer was lost. */
export const askingWords = { title: '不确定是否成功，正在核对', detail: '没有收到回应，正在向系统核对，不会重复办理。请先不要关闭。' }
