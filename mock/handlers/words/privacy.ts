/** What the sign-in page shows beside its box. A change needs a new version: the member ticks again. */
export const privacy = {
  version: '1.0',
  summaryZh: [
    '掌上办只收集办理会员服务需要的信息：手机号用于登录，姓名和证件号码用于核对会员身份。',
    '医疗材料、医保数据和银行卡号属于敏感信息，用到时会逐项单独征得您的同意，可以随时收回。',
    '页面上的姓名、证件号码、手机号和银行卡号都已遮盖。您的信息不会提供给单位，也不会用于推销。',
    '您可以在“我的”中查看和更改授权。有疑问请拨打职工服务热线12351。',
  ],
}

export const HOTLINE = '12351'
