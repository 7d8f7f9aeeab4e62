import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { localesRoot } from './locales.ts'
import { readTexts } from './translate.ts'

const texts = readTexts()
const formal = texts['nl-u']
const informal = /\b(je|jij|jou|jouw|jezelf)\b/i

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }>; children?: Part[] }

function namesIn(parts: Part[]): string[] {
  return parts.flatMap((part) => [
    ...(part.type >= 1 && part.type <= 6 && part.value ? [part.value] : []),
    ...(part.type === 8 && part.value ? [`<${part.value}>`] : []),
    ...Object.values(part.options ?? {}).flatMap((option) => namesIn(option.value)),
    ...namesIn(part.children ?? []),
  ])
}

function argumentsOf(text: string): string {
  const parts = new IntlMessageFormat(text, 'en').getAst() as Part[]
  return [...new Set(namesIn(parts))].sort().join(', ')
}

describe('the texts', () => {
  it('exist in Dutch and in English alike', () => {
    expect([...texts.nl.keys()].filter((key) => !texts.en.has(key))).toEqual([])
    expect([...texts.en.keys()].filter((key) => !texts.nl.has(key))).toEqual([])
  })

  it('take the same arguments in every language', () => {
    const differing = [...texts.nl].filter(
      ([key, text]) =>
        argumentsOf(text) !== argumentsOf(texts.en.get(key) ?? '') ||
        argumentsOf(text) !== argumentsOf(formal.get(key) ?? text),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('that say je have a form with u, and only those', () => {
    const saysJe = [...texts.nl].filter(([, text]) => informal.test(text)).map(([key]) => key)
    expect(saysJe.filter((key) => !formal.has(key))).toEqual([])
    expect([...formal.keys()].filter((key) => !saysJe.includes(key))).toEqual([])
    expect([...formal].filter(([, text]) => informal.test(text)).map(([key]) => key)).toEqual([])
  })

  it('are known to the type check', () => {
    const script = join(localesRoot(), '..', 'scripts', 'message-keys.mjs')
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow()
  })
})
