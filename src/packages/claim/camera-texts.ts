/** Words of the camera over the page. */
export const cameraTexts = {
  title: (paper: string) => `拍照 ${paper}`,
  tip: { page: '让整页进入框内，四个角都看得见。', card: '让整张证件进入框内，四个角都看得见。' },
  look: '看一看：字看得清吗？四个角都在吗？',
  opening: '正在打开相机',
  shutter: '按下快门',
  cancel: '取消',
  done: '完成',
  taken: (count: number) => `已拍${count}张`,
  system: '改用系统相机',
  settings: '去设置里允许',
  again: '重拍',
  use: '使用这张',
  shot: (paper: string) => `刚拍的${paper}`,
  problem: {
    denied: '没有得到使用摄像头的允许。可以在手机或微信的设置里打开，也可以改用系统相机。',
    private: '您没有同意《隐私保护指引》，暂时用不了相机。过一会儿再点“拍照”，同意后就能拍。',
    unavailable: '这里打不开摄像头，请改用系统相机。',
  },
} as const
