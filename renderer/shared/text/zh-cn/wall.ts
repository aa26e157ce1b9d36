export const wall = {
  title: '大屏',
}
