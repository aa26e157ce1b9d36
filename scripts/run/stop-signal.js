import { whenNpmIsGone } from './parent-watch.js'

/** A terminal and npm both pass one Ctrl-C on: signals this close together are the same one. */
const sameWish = 500

/** Calls `first` when the program is asked to end (or its npm has ended), and `second` when it is asked again. */
export function onStopSignal({ first, second }, now = Date.now) {
  let asked
  const heard = () => {
    if (asked === undefined) {
      asked = now()
      first()
    } else if (now() - asked >= sameWish) {
      second()
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, heard)
  whenNpmIsGone(heard)
}
