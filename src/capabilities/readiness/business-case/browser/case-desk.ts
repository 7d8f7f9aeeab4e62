import type { Language } from '#platform/i18n/languages.ts'
import type { CaseWords } from '../case-fields.ts'
import { startTyping } from './case-form-fields.ts'
import { keepDraft, restoreDraft } from './draft.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { replacePart } from './replace-part.ts'
import { saveFile } from './save-file.ts'

/** Recalculates as somebody types, in a worker: the page itself never waits. */
export class CaseDesk {
  readonly #root: HTMLElement
  readonly #form: HTMLFormElement
  readonly #texts: Readonly<Record<string, string>>
  readonly #language: Language
  readonly #stop = new AbortController()
  #worker: Worker | undefined
  #isBusy = false
  /** The worker has answered once; until then, and when it fails, the form goes to the server. */
  #hasWorker = false
  #hasFailed = false
  #turn = 0
  #timer: number | undefined
  #json: string | null = null
  #csv: { nl: string; en: string } | null = null

  constructor(root: HTMLElement) {
    this.#root = root
    this.#form = root.querySelector('form.case-form') as HTMLFormElement
    this.#texts = JSON.parse(root.querySelector('[data-texts]')?.textContent ?? '{}')
    const { signal } = this.#stop
    root.addEventListener('input', () => this.#soon(), { signal })
    this.#form.addEventListener('submit', (event) => this.#submit(event), { signal })
    root.querySelector('[data-print]')?.addEventListener('click', () => window.print(), { signal })
    root.querySelector('[data-print]')?.removeAttribute('hidden')
    root.classList.add('case-live')
    this.#language = root.dataset.language === 'nl' ? 'nl' : 'en'
    startTyping(this.#form, this.#texts, signal)
    if (root.hasAttribute('data-restores')) restoreDraft(this.#form, this.#language)
    // A page that came back with problems shows them as they are; typing goes on from there.
    this.#calculate()
  }

  close(): void {
    this.#stop.abort()
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #soon(): void {
    this.#json = null
    this.#csv = null
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#calculate(), 200)
  }

  #calculate(): void {
    if (this.#hasFailed) return
    // What is being calculated is out of date: ending it is quicker than waiting for it.
    if (this.#isBusy) this.#worker?.terminate()
    if (this.#isBusy || !this.#worker) this.#worker = this.#hire()
    this.#isBusy = true
    this.#turn++
    keepDraft(this.#form, this.#language)
    this.#say(this.#root.dataset.working)
    this.#root.setAttribute('data-calculating', '')
    this.#send({ kind: 'form', turn: this.#turn, words: wordsIn(this.#form) })
  }

  #hire(): Worker {
    const worker = new Worker(this.#root.dataset.worker ?? '', { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#receive(data))
    // Without a worker the page is the form that the server answers.
    worker.addEventListener('error', () => this.#giveUp())
    const zone = document.documentElement.dataset.zone ?? 'UTC'
    worker.postMessage({
      kind: 'texts',
      language: this.#language,
      zone,
      texts: this.#texts,
    } satisfies ToWorker)
    return worker
  }

  #giveUp(): void {
    this.#hasFailed = true
    this.#hasWorker = false
    this.#root.classList.remove('case-live')
    this.#done('')
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #receive(message: FromWorker): void {
    this.#hasWorker = true
    if (message.turn !== this.#turn) return
    if (message.kind === 'read') this.#showRead(message)
    else this.#showResults(message)
  }

  #showResults(message: Extract<FromWorker, { kind: 'results' }>): void {
    replacePart(this.#root.querySelector('[data-report]'), message.report)
    replacePart(this.#root.querySelector('[data-summary]'), message.summary)
    replacePart(this.#root.querySelector('[data-bar]'), message.bar)
    if (!message.isWhole) return
    this.#csv = message.csv
    this.#done(`${this.#root.dataset.done ?? ''} ${message.said}`)
  }

  #showRead({ problems, sketches, json }: Extract<FromWorker, { kind: 'read' }>): void {
    this.#json = json
    for (const [name, drawing] of Object.entries(sketches)) {
      const place = document.getElementById(`field-${name}-sketch`)
      if (place && place.innerHTML !== drawing) place.innerHTML = drawing
    }
    showProblems(this.#form, problems)
    const count = Object.keys(problems).length
    // What stands there is no longer about what stands in the form.
    this.#root.toggleAttribute('data-stale', count > 0)
    if (count > 0) this.#done((this.#root.dataset.problems ?? '').replace('#', String(count)))
  }

  #done(words: string): void {
    this.#isBusy = false
    this.#root.removeAttribute('data-calculating')
    this.#say(words)
  }

  #say(words = ''): void {
    const status = this.#root.querySelector('[data-status]')
    if (status) status.textContent = words
  }

  /** What is here already is saved from here, with as many runs as were asked for; else the server answers. */
  #submit(event: SubmitEvent): void {
    if (!this.#hasWorker) return
    const wanted = (event.submitter as HTMLElement | null)?.dataset.file
    if (wanted === undefined) {
      event.preventDefault()
      clearTimeout(this.#timer)
      this.#calculate()
      document.getElementById('results')?.scrollIntoView()
      return
    }
    const own = this.#language
    const notation = wanted === 'csv' ? own : own === 'nl' ? 'en' : 'nl'
    const content = wanted === 'json' ? this.#json : (this.#csv?.[notation] ?? null)
    if (content === null) return
    event.preventDefault()
    saveFile(wanted === 'json' ? 'business-case.json' : 'business-case.csv', content)
  }
}

/** The form as the server would read it. */
export function wordsIn(form: HTMLFormElement): CaseWords {
  const data = new FormData(form)
  const fields = Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  return {
    size: (fields.size ?? 'mid') as CaseWords['size'],
    objectives: data.getAll('objectives') as unknown as CaseWords['objectives'],
    fields,
  }
}

/** Beside each row what is wrong with it, and nowhere else; the summary of the server has had its day. */
function showProblems(form: HTMLFormElement, problems: Readonly<Record<string, string>>): void {
  form.querySelector('.error-summary')?.remove()
  for (const place of form.querySelectorAll<HTMLElement>('.case-problem')) {
    const name = place.id.replace(/^field-(.*)-problem$/, '$1')
    const words = problems[name] ?? ''
    if (place.innerHTML === words) continue
    place.innerHTML = words
    const row = place.closest('.case-row, .case-setting')
    row?.classList.toggle('field-wrong', words !== '')
    for (const input of row?.querySelectorAll('input.input') ?? []) {
      if (words) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    }
  }
}
