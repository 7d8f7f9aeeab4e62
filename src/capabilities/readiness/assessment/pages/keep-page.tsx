import type { Exchange } from '#community/exchange.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { KEPT_DAYS } from '../actions.ts'
import { type Answers, TITLE_LONGEST } from '../answers.ts'
import { carry } from '../carried.ts'
import { NAME_LONGEST } from '../forms.ts'
import { assessmentsPath } from '../paths.ts'
import { errorFor, type Filled } from '../words.ts'
import { ReadinessPage } from './readiness-page.tsx'

/** Says what will be kept, where, and for how long, before anything is. */
export function KeepPage({ x, answers, form }: { x: Exchange; answers: Answers; form: Filled }) {
  const { t } = x
  return (
    <ReadinessPage x={x} title={t('assessment.keep.title')} isPrivate>
      <Narrow>
        <Title lead={t('assessment.keep.lead')}>{t('assessment.keep.title')}</Title>
        <ErrorSummary problems={form.problems} />
        <ul class="readiness-list">
          {(['what', 'who', 'long', 'delete'] as const).map((fact) => (
            <li key={fact}>{t(`assessment.keep.${fact}`, { days: KEPT_DAYS })}</li>
          ))}
        </ul>
        <Form action={`${assessmentsPath}?a=${carry(answers)}`} once={onceKey()}>
          <Field
            name="title"
            label={t('assessment.keep.name')}
            hint={t('assessment.keep.name.hint')}
            error={errorFor(form, 'title')}
            required
          >
            <TextInput value={form.words.title} maxLength={TITLE_LONGEST} autocomplete="off" />
          </Field>
          <Field
            name="name"
            label={t('assessment.keep.who-are-you')}
            hint={t('assessment.keep.who-are-you.hint')}
            error={errorFor(form, 'name')}
            required
          >
            <TextInput value={form.words.name} maxLength={NAME_LONGEST} autocomplete="nickname" />
          </Field>
          <Button>{t('assessment.keep.button')}</Button>
        </Form>
      </Narrow>
    </ReadinessPage>
  )
}
