import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'

/** What whoever runs this installation has chosen, read once from the environment. */
export type Config = {
  demo: boolean
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** Undefined: the embedded server in `dataDir`. */
  databaseUrl: string | undefined
  /** Accept a PostgreSQL server that may lose acknowledged writes. */
  databaseMayLoseData: boolean
  /** The address people see, without a slash at the end. */
  publicUrl: string
  /** Addresses and ranges of the proxies whose word about the visitor's address is believed. */
  trustProxy: string[]
  /** Undefined: mail is kept and shown instead of sent. */
  smtpUrl: string | undefined
  mailFrom: string
  rateLimits: boolean
  logLevel: LogLevel
}

export type LogLevel = (typeof LOG_LEVELS)[number]

export type Environment = Record<string, string | undefined>

export type StartOptions = {
  demo?: boolean
  /** The person said `--public`: the demo may listen where others can reach it. */
  publicBind?: boolean
}

/** One sentence per variable that cannot be used. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

export function readConfig(env: Environment, options: StartOptions = {}): Config {
  const reader = new Reader(env)
  const host = reader.read('HOST', '127.0.0.1', readHost)
  const port = reader.read('PORT', '3000', readPort)
  const config: Config = {
    demo: options.demo ?? false,
    port,
    host,
    dataDir: reader.read('DATA_DIR', './data', (text) => resolve(text)),
    databaseUrl: reader.optional('DATABASE_URL', readDatabaseUrl),
    databaseMayLoseData: reader.read('DATABASE_MAY_LOSE_DATA', 'off', readSwitch),
    publicUrl: reader.read('PUBLIC_URL', defaultUrl(host, port), readPublicUrl),
    trustProxy: reader.read('TRUST_PROXY', '', readAddresses),
    smtpUrl: reader.optional('SMTP_URL', readSmtpUrl),
    mailFrom: reader.read('MAIL_FROM', 'Onderling <onderling@localhost>', readMailFrom),
    rateLimits: reader.read('RATE_LIMITS', 'on', readSwitch),
    logLevel: reader.read('LOG_LEVEL', 'info', readLogLevel),
  }
  refuseDanger(reader, config, options)
  reader.finish()
  return config
}

export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const family = isIP(host)
  return family !== 0 && LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** A reason that reads on after the name of the variable. */
class Refusal extends Error {}

class Reader {
  readonly #env: Environment
  readonly #problems: string[] = []

  constructor(env: Environment) {
    this.#env = env
  }

  read<T>(name: string, fallback: string, parse: (text: string) => T): T {
    try {
      return parse(this.#env[name]?.trim() || fallback)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.refuse(name, error.message)
      return undefined as T
    }
  }

  optional<T>(name: string, parse: (text: string) => T): T | undefined {
    return this.#env[name]?.trim() ? this.read(name, '', parse) : undefined
  }

  refuse(name: string, reason: string) {
    this.#problems.push(`${name} ${reason}`)
  }

  finish() {
    if (this.#problems.length > 0) throw new ConfigError(this.#problems)
  }
}

function refuseDanger(reader: Reader, config: Config, options: StartOptions) {
  if (!config.host || isLoopback(config.host)) return
  if (config.rateLimits === false) {
    reader.refuse('RATE_LIMITS', `may be "off" only where HOST is this machine itself; HOST is ${config.host}.`)
  }
  if (config.demo && !options.publicBind) {
    reader.refuse(
      'HOST',
      `is ${config.host}, where others can reach the demo and its well-known passwords. Add --public if you want that.`,
    )
  }
}

function readHost(text: string): string {
  if (isIP(text) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text
  throw new Refusal(`must be an address or a name to listen on, such as 127.0.0.1 or 0.0.0.0; it is "${text}".`)
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Refusal(`must be a number from 0 to 65535; it is "${text}".`)
}

function readDatabaseUrl(text: string): string {
  if (/^postgres(ql)?:\/\/./.test(text)) return text
  // Never shown: the text may hold a password.
  throw new Refusal('must be the address of a PostgreSQL database, such as postgresql://user:password@host/name.')
}

function defaultUrl(host: string | undefined, port: number | undefined): string {
  const reachable = !host || isLoopback(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port ?? 3000}`
}

function readPublicUrl(text: string): string {
  const url = URL.parse(text)
  const isRoot =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (isRoot) return url.origin
  throw new Refusal(`must be a web address without a path, such as https://community.example.com; it is "${text}".`)
}

function readAddresses(text: string): string[] {
  const addresses = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const wrong = addresses.find((address) => !isAddressOrRange(address))
  if (wrong === undefined) return addresses
  throw new Refusal(`must list addresses or ranges, such as 10.0.0.5, 172.16.0.0/12; "${wrong}" is neither.`)
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function readSmtpUrl(text: string): string {
  if (/^smtps?:\/\/./.test(text) && URL.canParse(text)) return text
  throw new Refusal('must be the address of a mail server, such as smtps://user:password@mail.example.com:465.')
}

function readMailFrom(text: string): string {
  if (/^([^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text)) return text
  throw new Refusal(`must be one sender, such as "Zonnewinde <community@example.com>"; it is "${text}".`)
}

function readSwitch(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw new Refusal(`must be "on" or "off"; it is "${text}".`)
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level) return level
  throw new Refusal(`must be one of ${LOG_LEVELS.join(', ')}; it is "${text}".`)
}
