import { type DestinationStream, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino'

export type Log = Logger

export type LogOptions = {
  level?: string
  /** Where the lines go: standard output unless told otherwise. */
  stream?: NodeJS.WritableStream & { isTTY?: boolean }
}

/** One line per event: for people on a terminal, JSON for machines elsewhere. Ids and numbers, never who or what they wrote. */
export function createLog(options: LogOptions = {}): Log {
  const stream = options.stream ?? process.stdout
  const settings: LoggerOptions = {
    level: options.level ?? 'info',
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: PERSONAL, remove: true },
    serializers: { err: describeError, error: describeError },
  }
  return pino(settings, stream.isTTY ? forPeople(stream) : stream)
}

const NAMES = ['email', 'password', 'token', 'code', 'cookie', 'authorization', 'ip', 'body', 'name']
const PERSONAL = NAMES.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]).filter((path) => path !== '*.code')

type Failure = Error & { code?: string; constraint?: string; table?: string; severity?: string; cause?: unknown }

function describeError(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return { message: 'Something was thrown that is not an error' }
  const { name, message, stack, code, constraint, table, cause } = thrown as Failure
  const hide = isFromDatabase(thrown) ? withoutValues : (text: string) => text
  return {
    type: name,
    message: hide(message),
    ...{ code, constraint, table },
    stack: stack && hide(stack),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  }
}

function isFromDatabase(error: Failure) {
  return typeof error.severity === 'string' && typeof error.code === 'string'
}

// PostgreSQL quotes what it could not read: invalid input syntax for type bigint: "what somebody typed".
function withoutValues(text: string) {
  return text.replace(/: "[^\n]*"/g, ': "…"')
}

type Line = { level: number; time: string; msg?: string; err?: { message: string; stack?: string } } & Record<
  string,
  unknown
>

function forPeople(stream: NodeJS.WritableStream): DestinationStream {
  return { write: (json: string) => void stream.write(asSentence(JSON.parse(json) as Line)) }
}

function asSentence({ level, time, msg, err, ...rest }: Line): string {
  const details = Object.entries(rest).map(([name, value]) => `${name}=${asText(value)}`)
  const words = [time.slice(11, 19), MARKS[level] ?? '', msg ?? err?.message ?? '', ...details].filter(Boolean)
  return `${words.join(' ')}\n${level >= ERROR && err?.stack ? `${err.stack}\n` : ''}`
}

function asText(value: unknown) {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const ERROR = 50
const MARKS: Record<number, string> = { 10: 'trace', 20: 'debug', 40: 'warning:', 50: 'error:', 60: 'fatal:' }
