import { expect, it } from 'vitest'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { HANDLE_LONGEST, handleFrom, handleRefusal, handleShape, handleWithSuffix } from './handles.ts'

it('a name becomes a handle', () => {
  expect(handleFrom('Fatima')).toBe('fatima')
  expect(handleFrom('Henk de Vries')).toBe('henk-de-vries')
  expect(handleFrom("Renée d'Août")).toBe('renee-daout')
})

it('a name in another script gets a Latin handle, a name of signs the fallback', () => {
  expect(handleFrom('Мира')).toBe('mira')
  expect(handleFrom('🔋🔋')).toBe('nieuw-lid')
  expect(handleRefusal(handleFrom('🔋', 'klant'))).toBeUndefined()
})

it('nobody becomes admin or customer service by calling themselves so', () => {
  for (const name of ['Admin', 'аdmin', 'ADMIN', '  admin ', 'Klantenservice', '𝓪𝓭𝓶𝓲𝓷']) {
    expect(handleRefusal(handleFrom(name)), name).toBeUndefined()
    expect(handleFrom(name), name).not.toBe('admin')
  }
})

it('a taken handle gets a suffix and stays short enough', () => {
  expect(handleWithSuffix('mira', 2)).toBe('mira-2')
  const long = handleWithSuffix('a'.repeat(HANDLE_LONGEST), 1234)
  expect(long).toHaveLength(HANDLE_LONGEST)
  expect(handleRefusal(long)).toBeUndefined()
})

it('handles that look alike share a shape', () => {
  for (const twin of ['mi1a', 'mlla', 'm-ila', 'rnila']) expect(handleShape(twin)).toBe(handleShape('mila'))
  expect(handleShape('henk')).not.toBe(handleShape('hank'))
})

it('a handle that is not one is refused with a reason', () => {
  expect(handleRefusal('a')).toBe('too-short')
  expect(handleRefusal('a'.repeat(31))).toBe('too-long')
  for (const odd of ['Henk', 'henk-', '-henk', 'he--nk', 'he_nk', 'hénk', 'he nk', 'henk\n', '__proto__'])
    expect(handleRefusal(odd), odd).toBe('characters')
  expect(handleRefusal('support')).toBe('reserved')
})

it('whatever the name, the handle is one', () => {
  for (const [name, text] of Object.entries(hostileStrings))
    expect(handleRefusal(handleFrom(text)), name).toBeUndefined()
})
