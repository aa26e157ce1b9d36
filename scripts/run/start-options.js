export const startHelp = `npm start -- [options]
  --headless     no windows: only the hub, and the address to open
  --data DIR     folder of the hub's data (data/demo)
  --port N       port of the hub (4900, or the next free one)
  --feed FILE    appeals to feed in as they came (.jsonl, .jsonl.gz, .csv)
  --speed N      how many times faster than they came (with --feed)
  --help         this text`

export const defaultPort = 4900

const takesValue = new Set(['data', 'port', 'feed', 'speed'])
const isFlag = new Set(['headless', 'help'])

/** The options of a start, or `{ problem }`: one line that names the option and the reason. */
export function readStartOptions(args) {
  const options = { headless: false, help: false }
  for (let i = 0; i < args.length; i += 1) {
    const [name, inline] = splitOption(args[i])
    if (isFlag.has(name) && inline === undefined) {
      options[name] = true
    } else if (takesValue.has(name)) {
      const value = inline ?? args[(i += 1)]
      if (value === undefined || value === '' || value.startsWith('--'))
        return { problem: `--${name}: a value is missing` }
      options[name] = value
    } else {
      return { problem: `${args[i]}: unknown option (npm start -- --help shows them)` }
    }
  }
  return checked(options)
}

function splitOption(arg) {
  const match = /^--([a-z]+)(?:=(.*))?$/s.exec(arg)
  return match === null ? [] : [match[1], match[2]]
}

function checked(options) {
  const { port, speed, feed, ...rest } = options
  if (port !== undefined && !isWholeNumber(port, 0, 65_535)) {
    return { problem: `--port: expected a number from 0 to 65535, got "${port}"` }
  }
  if (speed !== undefined && feed === undefined) return { problem: '--speed: only together with --feed' }
  if (speed !== undefined && !(Number(speed) > 0 && Number.isFinite(Number(speed)))) {
    return { problem: `--speed: expected a number above 0, got "${speed}"` }
  }
  return {
    ...rest,
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(feed === undefined ? {} : { feed }),
    ...(speed === undefined ? {} : { speed: Number(speed) }),
  }
}

const isWholeNumber = (text, from, to) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to

/** What `hub-server/main.ts` is started with. */
export function hubArguments({ port, data, feed, speed }) {
  return [
    ...['serve', '--demo', '--centre', '430900000000', '--port', String(port), '--data', data, '--log-level', 'warn'],
    ...(feed === undefined ? [] : ['--feed', feed]),
    ...(speed === undefined ? [] : ['--speed', String(speed)]),
  ]
}
