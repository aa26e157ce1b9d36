export const desk = {
  title: '值班工作台',
}
