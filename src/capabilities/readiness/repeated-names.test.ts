import { expect, test } from 'vitest'
import { repeatedNames } from './repeated-names.ts'

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', []],
  ['{"inputs":{"ask":0.5,"found":1,"ask":0.01}}', ['inputs.ask']],
  ['{"a":1, "\\u0061" : 2}', ['a']],
  ['{"tei":[{"base":1},{"name":"a, {\\"base\\": 1}","base":1,"base":2}]}', ['tei[1].base']],
  ['["a","a",{"a":"a"}]', []],
  ['{"a":1,"a":2,"a":3}', ['a']],
])('whoever writes a name twice in one object is told where: %s', (text, repeated) => {
  expect(repeatedNames(text)).toEqual(repeated)
})

test('a megabyte of one name is told once, in short', () => {
  const [told] = repeatedNames(`{"${'n'.repeat(500_000)}":1,"${'n'.repeat(500_000)}":2}`)
  expect(told).toBe('n'.repeat(60))
})
