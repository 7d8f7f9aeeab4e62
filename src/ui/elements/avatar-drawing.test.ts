import { wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'
import { drawAvatar, initialsOf } from './avatar-drawing.ts'

describe('a member without a picture', () => {
  it('always has the same drawing, and another than somebody else', () => {
    expect(drawAvatar('Henk', '7')).toEqual(drawAvatar('Henk', '7'))
    const drawings = Array.from({ length: 200 }, (_, id) => JSON.stringify(drawAvatar('Henk', String(id))))
    expect(new Set(drawings).size).toBe(200)
  })

  it('has initials that can be read on every part of it', () => {
    for (let id = 0; id < 400; id++) {
      const { ground, shapes } = drawAvatar('Henk', String(id))
      for (const colour of [ground, ...shapes.map((shape) => shape.colour)]) {
        expect(wcagContrast('#fff', colour), `${colour} of ${id}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it.each([
    ['Henk', 'HE'],
    ['Dirk van den Berg', 'DB'],
    ['şükran', 'ŞÜ'],
    ['noor-marie', 'NM'],
    ['X', 'X'],
    ['', '?'],
  ])('called "%s" is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
