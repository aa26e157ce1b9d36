export const desk = {
  title: '值班工作台',
  keySheet: {
    title: '按键表',
    fields: '光标在输入框里时，单个字母只是字母',
    singlesOff: '单键已在显示设置中关闭，其余照常',
    scopes: { station: '工作台', list: '列表', case: '案卷', layer: '浮层' },
  },
}
