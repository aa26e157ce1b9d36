/** One line about a step of the set-up. */
export const say = (step, text) => console.log(`${step}: ${text}`)

/** Ends the program because the person can mend something: the reason on one line, no stack. */
export function giveUp(reason, code = 1) {
  console.error(reason)
  process.exit(code)
}

/** `7.1 s` or `2 min 5 s`. */
export function durationText(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
