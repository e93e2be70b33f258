/// <reference types="@tarojs/taro" />

/** Where the API answers; put in by the build (config/index.ts): '/api/v1' on H5, an absolute address in the mini-program. */
declare const API_BASE: string

declare module '*.scss'
declare module '*.css'
declare module '*.png' {
  const address: string
  export default address
}
declare module '*.svg' {
  const address: string
  export default address
}
