/** A wall is dark unless its address asks for the day mode: `#/wall?theme=light`. */
export function wallTheme(hash: string): 'dark' | 'light' {
  return new URLSearchParams(hash.split('?')[1] ?? '').get('theme') === 'light' ? 'light' : 'dark'
}
