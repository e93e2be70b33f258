export interface Question {
  title: string
  text?: string
  /** At most 4 characters each: WeChat refuses more. */
  ok?: string
  cancel?: string
}
