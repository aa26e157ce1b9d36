export const caseFile = {
  title: '案卷',
}
