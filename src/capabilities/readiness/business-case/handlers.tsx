import type { Exchange } from '#community/exchange.ts'
import { page, pageWithProblems, type Reply, text } from '#platform/http/reply.ts'
import { LastAsked } from '../last-asked.ts'
import { type Answered, CalculationDesk } from './calculation-desk.ts'
import type { CaseInput } from './case.ts'
import type { CaseWords, FieldProblem } from './case-fields.ts'
import { firstWords, wordsOfCase, wordsWithStall } from './case-words.ts'
import { deskTexts } from './desk-texts.ts'
import { evaluateCase } from './evaluate.ts'
import { readCaseForm, wordsOfForm, wordsOfFormBody } from './forms.ts'
import { brandSizes } from './inputs/row.ts'
import { CasePage, type CasePageProps } from './pages/case-page.tsx'
import { TeiPage } from './pages/tei-page.tsx'
import { fileProblemWords } from './problem-words.ts'
import { readCaseText } from './read-case.ts'
import { resultsCsv } from './results-csv.ts'
import { stallOf } from './stall-query.ts'
import { firstTeiWords, readTeiForm, teiWordsOfCase, teiWordsOfForm } from './tei-form.ts'
import { chartTexts } from './texts.ts'

const desk = new CalculationDesk()

/** The page as it begins, for a size of brand, perhaps with the probability of stalling from the readiness result. */
export async function showCase(x: Exchange): Promise<Reply> {
  const query = x.query as Record<string, unknown>
  const size = brandSizes.find((one) => one === query.size) ?? 'mid'
  const stall = stallOf(query.stall)
  const first = firstWords(size, x.language)
  const words = stall && stall !== 'unreadable' ? wordsWithStall(first, stall, x.language) : first
  const read = readCaseForm(words, x.language)
  const answer = stall === undefined ? remembered : calculated
  const answered = 'input' in read ? await answer(x, read.input) : null
  const shown = stall === undefined || stall === 'unreadable' ? stall : [stall].flat()[Array.isArray(stall) ? 1 : 0]
  // A size or a chance that was asked for is not overruled by what stood here before.
  const restores = query.size === undefined && stall === undefined
  return page(casePage(x, { words, answered, stall: shown, restores }))
}

/** The form as it was sent. Nothing of it is kept. */
export async function calculateCase(x: Exchange): Promise<Reply> {
  const words = wordsOfForm(x.body)
  const read = readCaseForm(words, x.language)
  if (!('input' in read)) return withProblems(x, words, read.problems)
  return page(casePage(x, { words, answered: await calculated(x, read.input) }))
}

/** The case as a file that the command line reads. */
export function saveCase(x: Exchange): Reply {
  const words = wordsOfForm(x.body)
  const read = readCaseForm(words, x.language)
  if (!('input' in read)) return withProblems(x, words, read.problems)
  return text(
    `${JSON.stringify(read.input, null, 2)}\n`,
    'application/json; charset=utf-8',
    asFile('business-case.json'),
  )
}

/** The results as a table for a spreadsheet. */
export async function saveResults(x: Exchange): Promise<Reply> {
  const words = wordsOfForm(x.body)
  const read = readCaseForm(words, x.language)
  if (!('input' in read)) return withProblems(x, words, read.problems)
  const { result } = await calculated(x, read.input)
  const wantsOther = (x.query as Record<string, unknown>).notation === 'other'
  const notation = wantsOther === (x.language === 'nl') ? 'en' : 'nl'
  return text(resultsCsv(result, x.t, notation), 'text/csv; charset=utf-8', asFile('business-case.csv'))
}

/** A case from a file or from pasted text, put into the form. */
export async function openCase(x: Exchange): Promise<Reply> {
  const { json, before } = (x.body ?? {}) as Record<string, unknown>
  const source = x.files[0]?.bytes.toString('utf8') ?? (typeof json === 'string' ? json : '')
  const file = readCaseText(source)
  if (!('input' in file)) {
    const problems = file.problems.map((problem) => fileProblemWords(x.t, problem))
    // What stood in the other form before is still there.
    const words = typeof before === 'string' && before ? wordsOfFormBody(before) : firstWords('mid', x.language)
    const read = readCaseForm(words, x.language)
    const answered = 'input' in read ? await calculated(x, read.input) : null
    const opened = { text: source.slice(0, MOST_SHOWN), problems }
    return pageWithProblems(casePage(x, { words, answered, opened, restores: true }))
  }
  if (file.input.mode === 'tei') return teiPage(x, teiWordsOfCase(file.input, x.language), file.input)
  const words = wordsOfCase(file.input, 'mid', x.language)
  return page(casePage(x, { words, answered: await calculated(x, file.input) }))
}

export const showTei = (x: Exchange): Reply => {
  const words = firstTeiWords(x.language)
  const read = readTeiForm(words, x.language)
  return teiPage(x, words, 'input' in read ? read.input : null)
}

export function calculateTei(x: Exchange): Reply {
  const words = teiWordsOfForm(x.body)
  const read = readTeiForm(words, x.language)
  if ('input' in read) return teiPage(x, words, read.input)
  return pageWithProblems(<TeiPage x={x} words={words} problems={read.problems} result={null} />)
}

const MOST_SHOWN = 200_000

const asFile = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })

const teiPage = (x: Exchange, words: Parameters<typeof TeiPage>[0]['words'], input: CaseInput | null): Reply =>
  page(<TeiPage x={x} words={words} problems={[]} result={input && evaluateCase(input)} />)

function withProblems(x: Exchange, words: CaseWords, problems: readonly FieldProblem[]): Reply {
  return pageWithProblems(casePage(x, { words, problems, answered: null }))
}

function casePage(x: Exchange, props: Omit<CasePageProps, 'x' | 'desk'>) {
  const worker = x.frame.asset('case-worker.js')
  return <CasePage x={x} desk={{ worker, texts: deskTexts(x.t, x.brand.addressForm) }} {...props} />
}

const calculated = (x: Exchange, input: CaseInput): Promise<Answered> => desk.calculate(input, chartTexts(x.t))

/** Whoever begins with the usual case is not made to wait for it; nothing in it is anybody's own. */
async function remembered(x: Exchange, input: CaseInput): Promise<Answered> {
  const name = `${x.language} ${x.brand.addressForm} ${JSON.stringify(input)}`
  const known = usual.get(name)
  if (known) return known
  const answered = await calculated(x, input)
  return answered.extent === 'at-modes' ? answered : usual.keep(name, answered)
}

const usual = new LastAsked<Answered>(16)
