import type { Problem } from './case.ts'

const MOST_PROBLEMS = 50
const LONGEST = 60

/** Collects what is wrong, field by field, until there is enough to go on with. */
export class Problems {
  readonly all: Problem[] = []

  get isFull(): boolean {
    return this.all.length >= MOST_PROBLEMS
  }

  add(field: string, code: string, values: Problem['values'] = {}): undefined {
    if (!this.isFull) this.all.push({ field: field.slice(0, LONGEST), code, values })
    return undefined
  }

  /** A number within its bounds, or undefined and a problem. */
  number(field: string, value: unknown, bounds: Bounds): number | undefined {
    if (typeof value === 'string') return this.add(field, 'text', { text: value.slice(0, 20), ...limitsOf(bounds) })
    if (typeof value !== 'number') return this.add(field, 'not-a-number', limitsOf(bounds))
    if (!Number.isFinite(value)) return this.add(field, 'not-finite', limitsOf(bounds))
    if (value < bounds.min || value > bounds.max) return this.add(field, 'out-of-bounds', limitsOf(bounds))
    if (bounds.isWhole && !Number.isInteger(value)) return this.add(field, 'not-whole', limitsOf(bounds))
    return value
  }

  /** A list of exactly so many numbers. */
  numbers(field: string, value: unknown, length: number, bounds: Bounds): readonly number[] | undefined {
    if (!Array.isArray(value) || value.length !== length) return this.add(field, 'list-length', { length })
    const numbers = value.map((one) => this.number(field, one, bounds))
    return numbers.some((one) => one === undefined) ? undefined : (numbers as number[])
  }

  /** An object with none but these names. */
  object(field: string, value: unknown, names: readonly string[]): Record<string, unknown> | undefined {
    if (!isObject(value)) return this.add(field, 'not-an-object')
    for (const name of Object.keys(value)) {
      if (!names.includes(name)) this.add(inside(field, name), 'unknown-name', { names: names.join(', ') })
    }
    return value
  }

  /** One of a few words. */
  oneOf<Word extends string>(field: string, value: unknown, words: readonly Word[]): Word | undefined {
    const found = words.find((word) => word === value)
    return found ?? this.add(field, 'one-of', { words: words.join(', ') })
  }
}

export interface Bounds {
  readonly min: number
  readonly max: number
  readonly isWhole?: boolean
}

export const inside = (field: string, name: string): string => (field ? `${field}.${name}` : name)

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const limitsOf = ({ min, max }: Bounds) => ({ min, max })
