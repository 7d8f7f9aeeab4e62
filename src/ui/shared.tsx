import { randomUUID } from 'node:crypto'
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { useView, type View, ViewContext } from './view.ts'

interface SharedProps {
  /** Everything that the part is made of, besides language, zone, minute, and whether somebody is signed in. */
  of: string
  /** Asked only when nobody saw this part lately. */
  part: () => VNode
}

/**
 * A part of a page that looks the same to many readers is rendered once. It is no cache of what somebody may see: `of`
 * is read anew for each reader, and only the same `of` gives the same markup. What belongs to one reader alone, the token
 * and the one-time key of forms, never enters it: a mark stands in their place.
 */
export function Shared({ of, part }: SharedProps) {
  const view = useView()
  const minute = Math.floor(+view.now / 60_000)
  const name = `${view.language} ${view.zone} ${view.formToken !== null} ${minute} ${of}`
  const markup = memory.recall(name) ?? memory.keep(name, renderPart(view, part))
  return jsxTemplate(markup.texts, ...markup.marks.map((mark) => (mark === TOKEN ? view.formToken : view.onceKey)))
}

interface Markup {
  readonly texts: string[]
  readonly marks: string[]
  readonly length: number
}

// Made anew by each process, so that nobody can write them.
const TOKEN = `token-${randomUUID()}`
const ONCE = `once-${randomUUID()}`
const EITHER = new RegExp(`(${TOKEN}|${ONCE})`)

function renderPart(view: View, part: () => VNode): Markup {
  const impersonal: View = { ...view, formToken: view.formToken && TOKEN, onceKey: ONCE }
  const html = render(<ViewContext.Provider value={impersonal}>{part()}</ViewContext.Provider>)
  const pieces = html.split(EITHER)
  return {
    texts: pieces.filter((_, place) => place % 2 === 0),
    marks: pieces.filter((_, place) => place % 2 === 1),
    length: html.length,
  }
}

const MOST_CHARACTERS = 16_000_000

/** The parts that were asked for last, as many as fit. */
class Memory {
  readonly #parts = new Map<string, Markup>()
  #length = 0

  recall(name: string): Markup | undefined {
    const markup = this.#parts.get(name)
    if (markup === undefined) return undefined
    this.#parts.delete(name)
    this.#parts.set(name, markup)
    return markup
  }

  keep(name: string, markup: Markup): Markup {
    this.#parts.set(name, markup)
    this.#length += name.length + markup.length
    for (const [oldest, { length }] of this.#parts) {
      if (this.#length <= MOST_CHARACTERS) break
      this.#parts.delete(oldest)
      this.#length -= oldest.length + length
    }
    return markup
  }
}

const memory = new Memory()
