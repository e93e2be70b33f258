/** Words of 实名认证 when joining. */
export const identityTexts = {
  title: '实名认证',
  why: '只用来核对是您本人，不会给别人看。',
  name: '姓名',
  nameHint: '照证件填写，生僻字、姓名里的点、外文名都可以',
  type: '证件类型',
  number: '证件号码',
  birth: '出生日期',
  birthHint: '照证件填写',
  sex: '性别',
  male: '男',
  female: '女',
  typeMissing: '请选择证件类型',
  numberMissing: '请填写证件号码',
  birthMissing: '请照证件填写出生日期',
  sexMissing: '请照证件选择性别',
} as const
