import { describe, expect, test } from 'vitest'
import { ConfigError, type Environment, isLoopback, readConfig } from './config.ts'

describe('someone who sets nothing', () => {
  test('gets a safe installation on their own machine', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      rateLimits: true,
      databaseUrl: undefined,
      trustProxy: [],
    })
  })

  test('gets the same from variables that are empty', () => {
    expect(readConfig({ PORT: '', SMTP_URL: ' ', TRUST_PROXY: '' })).toEqual(readConfig({}))
  })
})

describe('someone who makes a mistake', () => {
  const wrong: [Environment, string][] = [
    [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535; it is "abc".'],
    [{ PORT: '70000' }, 'PORT must be'],
    [{ HOST: 'a b' }, 'HOST must be'],
    [{ DATABASE_URL: 'mysql://secret' }, 'DATABASE_URL must be'],
    [{ PUBLIC_URL: 'https://example.com/path' }, 'PUBLIC_URL must be'],
    [{ PUBLIC_URL: 'community.example.com' }, 'PUBLIC_URL must be'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must list'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY must list'],
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL must be'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be'],
    [{ RATE_LIMITS: 'false' }, 'RATE_LIMITS must be'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
  ]

  test.each(wrong)('is told which variable it is: %o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence)
  })

  test('is told everything at once', () => {
    const error = caught(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' }))
    expect(error.problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL'])
  })

  test('does not see the password of the database back', () => {
    expect(caught(() => readConfig({ DATABASE_URL: 'postgres:secret' })).message).not.toContain('secret')
  })
})

describe('an installation that others can reach', () => {
  test('keeps its limits on', () => {
    expect(() => readConfig({ HOST: '0.0.0.0', RATE_LIMITS: 'off' })).toThrow('RATE_LIMITS may be "off" only')
    expect(readConfig({ RATE_LIMITS: 'off' }).rateLimits).toBe(false)
  })

  test('is not a demo by accident', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' }, { demo: true })).toThrow('--public')
    expect(readConfig({ HOST: '0.0.0.0' }, { demo: true, publicBind: true }).host).toBe('0.0.0.0')
  })

  test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost'])('is not one on %s', (host) => {
    expect(isLoopback(host)).toBe(true)
  })

  test.each(['0.0.0.0', '::', '192.168.1.4', 'example.com'])('is one on %s', (host) => {
    expect(isLoopback(host)).toBe(false)
  })
})

test('proxies are named by address or by range', () => {
  expect(readConfig({ TRUST_PROXY: '10.0.0.5, fd00::/8' }).trustProxy).toEqual(['10.0.0.5', 'fd00::/8'])
})

function caught(work: () => unknown): ConfigError {
  try {
    work()
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('no mistake was found')
}
