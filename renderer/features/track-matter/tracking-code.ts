/** Signs of a tracking code. */
export const codeLength = 12

/** What was typed as the hub reads it: capitals, no blanks or hyphens, O as 0, I and L as 1. Longer than a code only if more was typed. */
export function tidyCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** As it is handed out and read aloud: `7K2M 4QXD 9RTA`. */
export function groupedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? ''
}
