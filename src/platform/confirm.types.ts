/**
 * The words of a button: 4 signs at most, which is all that WeChat takes; with one more nothing opens. Looked at by the compiler, so they have to be
 * known to it: `as const`.
 */
type Word<W extends string> = string extends W ? never : W extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer More}` ? (More extends '' ? W : never) : W

export interface Question<Ok extends string = never, Cancel extends string = never> {
  title: string
  text?: string
  ok?: Ok & Word<Ok>
  cancel?: Cancel & Word<Cancel>
}
