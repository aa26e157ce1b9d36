/** A phone as it stands on a screen that others can see: `139****2046`. */
export function maskedPhone(phone: string): string {
  const signs = phone.replace(/[\s-]/g, '')
  return signs.length >= 7 ? `${signs.slice(0, 3)}****${signs.slice(-4)}` : `****${signs.slice(-2)}`
}
