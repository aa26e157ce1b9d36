/** What a screen says about a request that did not work. A refusal with its own words comes from the hub in the caller's language. */
export const errors = {
  network: '连不上枢纽',
  timeout: '枢纽 {{seconds}} 秒没有回答',
  notJson: '回答的不是枢纽，请核对枢纽地址',
  unexpected: '枢纽的回答看不懂，可能版本不同',
  server: '枢纽内部出错',
  unknown: '原因不明',
  signedOut: '登录已失效',
}
