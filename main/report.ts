/**
 * One line of JSON on standard error for whoever runs the station. A hostile page can cause the same thing ten thousand times a second:
 * of each kind the 1st, 10th, 100th … is written, with its count.
 */
export function openReport(write: (line: string) => void): Report {
  const counts = new Map<string, number>()
  return (event, detail) => {
    const count = (counts.get(event) ?? 0) + 1
    counts.set(event, count)
    if (Number.isInteger(Math.log10(count))) write(JSON.stringify({ event, count, detail: detail.slice(0, 300) }))
  }
}

export type Report = (event: string, detail: string) => void
