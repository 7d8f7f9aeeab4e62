import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { translatorOf } from '#platform/i18n/translator-of.ts'
import { FieldError } from '#ui/elements/field.tsx'
import { type View, ViewContext } from '#ui/view.ts'
import { calculate } from '../calculated.ts'
import type { CaseInput } from '../case.ts'
import { distributionIn, readCaseForm } from '../forms.ts'
import { inputNames } from '../inputs.ts'
import { CaseBar, CaseReport, CaseSummary } from '../pages/case-report.tsx'
import { RangeSketch } from '../pages/range-sketch.tsx'
import { problemWords } from '../problem-words.ts'
import { resultsCsv } from '../results-csv.ts'
import { chartTexts } from '../texts.ts'
import { verdictOf } from '../verdict.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** Runs of the first look: there before the next key is struck. */
const FIRST_LOOK = 4_000

let view: View | undefined

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'texts') view = viewOf(data)
  else if (view) answer(view, data)
})

function answer(view: View, { turn, words }: Extract<ToWorker, { kind: 'form' }>): void {
  const read = readCaseForm(words, view.language)
  tell({
    kind: 'read',
    turn,
    problems: 'input' in read ? {} : problemsOf(view, read.problems),
    sketches: Object.fromEntries(
      inputNames.map((name) => [
        name,
        draw(view, <RangeSketch of={distributionIn(words.fields, name, view.language)} />),
      ]),
    ),
    json: 'input' in read ? `${JSON.stringify(read.input, null, 2)}\n` : null,
  })
  if (!('input' in read)) return
  if (read.input.runs > 2 * FIRST_LOOK) tellResults(view, turn, read.input, FIRST_LOOK, words.size)
  tellResults(view, turn, read.input, read.input.runs, words.size)
}

function tellResults(
  view: View,
  turn: number,
  input: CaseInput,
  runs: number,
  size: Parameters<typeof CaseReport>[0]['size'],
) {
  const isWhole = runs === input.runs
  const calculated = { ...calculate({ ...input, runs }, chartTexts(view.t)), input }
  const { result } = calculated
  tell({
    kind: 'results',
    turn,
    isWhole,
    report: draw(view, <CaseReport calculated={calculated} extent={isWhole ? 'whole' : 'first-look'} size={size} />),
    summary: draw(view, <CaseSummary calculated={calculated} />),
    bar: draw(view, <CaseBar calculated={calculated} />),
    said: view.t(`business-case.page.verdict.${verdictOf(result)}` as MessageKey, { months: result.horizonMonths }),
    csv: { nl: resultsCsv(result, view.t, 'nl'), en: resultsCsv(result, view.t, 'en') },
  })
}

const problemsOf = (view: View, problems: readonly Parameters<typeof problemWords>[1][]) =>
  Object.fromEntries(
    problems.map((problem) => [
      problem.field,
      draw(view, <FieldError id={`field-${problem.field}-error`}>{problemWords(view.t, problem)}</FieldError>),
    ]),
  )

const draw = (view: View, part: VNode): string =>
  render(<ViewContext.Provider value={view}>{part}</ViewContext.Provider>)

const tell = (message: FromWorker): void => postMessage(message)

function viewOf({ language, zone, texts }: Extract<ToWorker, { kind: 'texts' }>): View {
  const own = new Map(Object.entries(texts))
  // The page gave the texts of its own language and form of address; there are no others here.
  const t: Translate = translatorOf({ nl: own, en: own, 'nl-u': own }, language)
  return { language, zone, t, now: new Date(), formToken: null, onceKey: '', url: '', asset: (name) => name }
}
