/** The hatch of a stale county: stripes 5 wide every 12 px, rising to the right. */
export const hatch = { period: 12, stripe: 5 }

/** Side of the square that repeats without a seam: the period measured along an edge. */
const side = hatch.period * Math.SQRT2

/**
 * Draws one repeat of the hatch for the map engine.
 * @param pxPerUnit px of the picture per CSS px; the picture is a whole number of px wide, so the period is at most 3 % off
 * @returns null where the browser gives no canvas
 */
export function hatchImage(ground: string, stripe: string, pxPerUnit: number): ImageData | null {
  const size = Math.max(8, Math.round(side * pxPerUnit))
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.fillStyle = ground
  context.fillRect(0, 0, size, size)
  context.strokeStyle = stripe
  context.lineWidth = (hatch.stripe / hatch.period) * (size / Math.SQRT2)
  context.beginPath()
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - size, size * 2)
    context.lineTo(shift + size * 2, -size)
  }
  context.stroke()
  return context.getImageData(0, 0, size, size)
}
