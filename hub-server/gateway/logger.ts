/** The hub's log: JSON lines with ids, never names, words of residents, or tokens. */
import { pino, type DestinationStream, type Logger } from 'pino'

/** Keys that are cut out wherever they stand, two levels deep: a mistake of ours must not write them down. */
const secrets = [
  'password',
  'otp',
  'token',
  'authorization',
  'cookie',
  'key',
  'name',
  'phone',
  'title',
  'text',
  'note',
  'reply',
  'payload',
  'body',
]

export function makeLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[cut]' },
      serializers: { err: errorWords },
    },
    destination,
  )
}

/** A stack for the operator; messages of SQL or the schema may hold a resident's words, so only their first line, cut short. */
function errorWords(error: Error): Record<string, unknown> {
  const code: unknown = 'code' in error ? error.code : undefined
  const words = error.message.split('\n')[0]?.slice(0, 200)
  return { type: error.name, code, words, stack: error.stack?.split('\n').slice(1, 8).join('\n') }
}
