import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Breadcrumbs } from '#ui/elements/breadcrumbs.tsx'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { FileInput } from '#ui/elements/file-input.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Section } from '#ui/layout/section.tsx'
import { growthPath, openCasePath, readinessPath, teiPath } from '../../paths.ts'
import type { Answered } from '../calculation-desk.ts'
import type { CaseWords, FieldProblem } from '../case-fields.ts'
import { chance } from '../figures.ts'
import { asFormBody } from '../forms.ts'
import { CaseForm, SizeForm } from './case-form.tsx'
import { CaseBar, CaseReport, CaseSummary } from './case-report.tsx'

export interface CasePageProps {
  x: Exchange
  words: CaseWords
  problems?: readonly FieldProblem[]
  /** What could be calculated; nothing while something in the form does not read. */
  answered: Answered | null
  /** Texts and addresses for the script. */
  desk: { worker: string; texts: Readonly<Record<string, string>> }
  /** What somebody typed in this tab may take the place of what the page begins with. */
  restores?: boolean
  /** From the readiness result. */
  stall?: number | 'unreadable'
  /** A file or pasted text that did not read, with what is wrong. */
  opened?: { text: string; problems: readonly string[] }
}

/** What a community costs and brings: the form, the outcome beside it while typing, and the whole report. */
export function CasePage(props: CasePageProps) {
  const { x, words, problems = [], answered, desk, restores, stall, opened } = props
  const { t } = x
  return (
    <Page x={x} title={t('business-case.page.title')} description={t('business-case.page.description')}>
      <div class="case">
        <Breadcrumbs crumbs={[{ href: readinessPath, label: t('business-case.page.readiness') }]} />
        <Title lead={t('business-case.page.lead')}>{t('business-case.page.title')}</Title>
        {stall !== undefined && <StallNote x={x} stall={stall} />}
        <case-desk
          data-worker={desk.worker}
          data-language={x.language}
          data-restores={restores ? '' : undefined}
          data-working={t('business-case.page.working')}
          data-done={t('business-case.page.done')}
          data-problems={t('business-case.page.problems-live')}
        >
          <script
            type="application/json"
            data-texts
            dangerouslySetInnerHTML={{ __html: JSON.stringify(desk.texts).replaceAll('<', '\\u003c') }}
          />
          <div class="case-columns">
            <div class="case-entry">
              <h2>{t('business-case.page.inputs')}</h2>
              <SizeForm words={words} />
              <CaseForm words={words} problems={problems} />
            </div>
            <aside class="case-aside" aria-label={t('business-case.page.summary')}>
              <p class="case-status" role="status" data-status />
              <div data-summary>
                {answered ? <CaseSummary calculated={answered} /> : <p>{t('business-case.page.no-results')}</p>}
              </div>
            </aside>
            <div class="case-bar" data-bar>
              {answered && <CaseBar calculated={answered} />}
            </div>
          </div>
          <section class="case-report" id="results" aria-labelledby="results-title">
            <div data-report>
              {answered ? (
                <CaseReport calculated={answered} extent={answered.extent} size={words.size} />
              ) : (
                <>
                  <h2 id="results-title">{t('business-case.page.results')}</h2>
                  <p>{t('business-case.page.no-results')}</p>
                </>
              )}
            </div>
            <p class="case-print">
              <Button type="button" look="secondary" icon="file-text" data-print hidden>
                {t('business-case.page.print')}
              </Button>
            </p>
          </section>
        </case-desk>
        <OpenCase x={x} words={words} opened={opened} />
        <Section title={t('business-case.page.elsewhere')}>
          <ul class="case-list">
            <li>
              <a href={readinessPath}>{t('business-case.page.to-readiness')}</a>
            </li>
            <li>
              <a href={growthPath}>{t('business-case.page.to-growth')}</a>
            </li>
            <li>
              <a href={teiPath}>{t('business-case.page.to-tei')}</a>
            </li>
          </ul>
        </Section>
      </div>
    </Page>
  )
}

function StallNote({ x: { t, language }, stall }: { x: Exchange; stall: number | 'unreadable' }) {
  if (stall === 'unreadable') return <Notice tone="warn">{t('business-case.page.stall.unreadable')}</Notice>
  return (
    <Notice>
      <p>{t('business-case.page.stall.taken', { stall: chance(stall, language) })}</p>
    </Notice>
  )
}

function OpenCase({ x: { t }, words, opened }: Pick<CasePageProps, 'x' | 'words' | 'opened'>) {
  return (
    <Section title={t('business-case.page.open')} id="open">
      <ErrorSummary problems={(opened?.problems ?? []).map((message) => ({ field: 'json', message }))} />
      <Form action={openCasePath} multipart class="case-open" data-turbo="false">
        <input type="hidden" name="before" value={asFormBody(words)} />
        <Field name="file" label={t('business-case.page.open.file')} hint={t('business-case.page.open.hint')}>
          <FileInput accept="application/json,.json" />
        </Field>
        <Field
          name="json"
          label={t('business-case.page.open.text')}
          error={opened?.problems.length ? t('business-case.page.open.wrong') : null}
        >
          <TextArea value={opened?.text ?? ''} rows={6} spellcheck={false} />
        </Field>
        <Button look="secondary" icon="upload">
          {t('business-case.page.open.do')}
        </Button>
      </Form>
    </Section>
  )
}
