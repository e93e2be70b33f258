/** A bank card, seen from the front. Numbers are of the test ranges. */
export function bankCard(number: string, style: 'flat' | 'embossed'): string {
  const grouped = number.replace(/(\d{4})(?=\d)/g, '$1 ')
  const look = style === 'flat' ? 'color:#fff' : 'color:#e8d9a8;text-shadow:1px 1px 1px #5a1020,-1px -1px 1px #fff6'
  return `<div style="margin:200px auto 0;width:840px;height:530px;border-radius:36px;padding:50px;background:linear-gradient(130deg,#a5142c,#d2495a 60%,#8d1026);font-family:'Noto Sans CJK SC'">
    <div style="color:#fff;font-size:40px">中国工商银行</div><div style="color:#fff;font-size:24px">储蓄卡 DEBIT CARD</div>
    <div style="margin-top:150px;font-size:54px;letter-spacing:3px;font-family:monospace;white-space:nowrap;${look}">${grouped}</div>
    <div style="margin-top:40px;color:#fff;font-size:26px">VALID THRU 12/32</div></div>`
}
