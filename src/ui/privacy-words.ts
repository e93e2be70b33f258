/** The sheet before camera, album, files or clipboard are used for the first time. */
export const privacyWords = {
  title: '使用前请您同意',
  text: [
    '接下来要用到您手机的相机、相册、文件或剪贴板。只有您自己选择、拍摄或复制的内容会被使用，用途写在《隐私保护指引》里。',
    '不同意也可以继续使用其他功能；以后用到时会再问您。',
  ],
  guide: '阅读《隐私保护指引》',
  agree: '同意并继续',
  refuse: '不同意',
} as const
