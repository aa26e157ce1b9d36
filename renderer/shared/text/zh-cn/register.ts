export const register = {
  title: '登记',
}
