export const resident = {
  title: '网小格',
}
