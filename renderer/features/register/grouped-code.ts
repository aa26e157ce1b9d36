/** A tracking code as it is read aloud: `7K2M 4QXD 9RTA`. */
export function groupedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? ''
}
