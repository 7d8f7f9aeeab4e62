import { expect, test } from 'vitest'
import { bestSnippet, marked, markerFor } from './snippet.ts'

const shown = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')

test('forms of what was asked are marked, and no more of the text', () => {
  expect(shown(marked('Mijn zonnepanelen, één paneel en een plank', markerFor(['zonnepanel', 'panel'])))).toBe(
    'Mijn [zonnepanelen], één [paneel] en een plank',
  )
})

test('accents and capitals do not matter', () => {
  expect(shown(marked('CAFÉS', markerFor(['cafe'])))).toBe('[CAFÉS]')
})

test('a snippet is short and shows the stretch with most of the words', () => {
  const text = `${'Eerst veel tekst zonder dat. '.repeat(20)}Toen sloeg de omvormer af met code 3012 en was het stil.`
  const pieces = bestSnippet([text, 'kort'], markerFor(['omvormer', '3012']))
  expect(shown(pieces)).toContain('[omvormer] af met code [3012]')
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(190)
})

test('markup in a text stays text', () => {
  expect(shown(marked('<b onclick=x>boiler</b>', markerFor(['boiler'])))).toBe('<b onclick=x>[boiler]</b>')
})
