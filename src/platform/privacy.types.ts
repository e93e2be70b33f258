/**
 * WeChat asks the app to show its privacy words before a private API runs. Show a sheet with
 * `<Button id={…} openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={() => ask.agree(id)}>`, then answer once.
 */
export interface PrivacyAsk {
  /** The sheet is on the screen. */
  shown(): void
  /** Only after a tap on the button with this id: WeChat checks it. */
  agree(buttonId: string): void
  /** The API that asked fails as DENIED; WeChat does not ask again for 10 s. */
  refuse(): void
}
