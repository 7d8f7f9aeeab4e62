import type { DemoQuestion } from '#app/demo/content.ts'
import { renderMarkdown } from '#community/text/render.ts'
import type { Chance } from './chance.ts'

interface Sentence {
  readonly markdown: string
  readonly html: string
  readonly words: number
}

export interface Text {
  readonly body: string
  readonly html: string
}

/** Sentences and titles of the written demo, mixed anew: what people search for stands in it as often as in life. */
export class Words {
  readonly #chance: Chance
  readonly #sentences: readonly Sentence[]
  readonly #openings: readonly string[]
  readonly #endings: readonly string[]

  constructor(questions: readonly DemoQuestion[], chance: Chance) {
    this.#chance = chance
    const texts = questions.flatMap((one) => [one.body, ...(one.answers ?? []).map((answer) => answer.body)])
    this.#sentences = [...new Set(texts.flatMap(sentencesIn))].flatMap(rendered)
    const halves = questions.map((one) => one.title.split(/[,:;–]\s+/))
    this.#openings = halves.map(([first = '']) => first.replace(/[?.!]$/, ''))
    this.#endings = halves
      .flatMap(([, second]) => (second ? [second] : []))
      .concat('hoe los ik dit op?', 'wie weet raad?')
  }

  title(): string {
    const code = this.#chance.happens(0.15) ? ` (E-${this.#chance.whole(100, 480)})` : ''
    return `${this.#chance.one(this.#openings)}, ${this.#chance.one(this.#endings)}${code}`.slice(0, 200)
  }

  /** So many words or a few more, in paragraphs of some sentences. */
  text(least: number, most: number): Text {
    const wanted = this.#chance.whole(least, most)
    const paragraphs: Sentence[][] = [[]]
    let words = 0
    while (words < wanted) {
      const sentence = this.#chance.one(this.#sentences)
      if (words + sentence.words > most) break
      words += sentence.words
      if ((paragraphs.at(-1) as Sentence[]).length >= this.#chance.whole(2, 5)) paragraphs.push([])
      ;(paragraphs.at(-1) as Sentence[]).push(sentence)
    }
    return {
      body: paragraphs.map((one) => one.map(({ markdown }) => markdown).join(' ')).join('\n\n'),
      html: paragraphs.map((one) => `<p>${one.map(({ html }) => html).join(' ')}</p>\n`).join(''),
    }
  }
}

const sentencesIn = (text: string): string[] =>
  text
    .split(/\n+/)
    .filter((line) => !/^\s*([-*#>|]|\d+\.|```)/.test(line))
    .flatMap((line) => line.match(/[^.!?]+[.!?]+/g) ?? [])
    .map((sentence) => sentence.trim())

/** Only what is one plain paragraph by itself, so that rendered parts may stand side by side. */
function rendered(markdown: string): Sentence[] {
  const [, html] = /^<p>(.*)<\/p>\n?$/s.exec(renderMarkdown(markdown).html) ?? []
  const words = markdown.split(/\s+/).length
  return html && !html.includes('<p>') && words >= 4 && words <= 30 ? [{ markdown, html, words }] : []
}
