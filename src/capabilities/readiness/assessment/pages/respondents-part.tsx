import type { Exchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { MOST_RESPONDENTS } from '../actions.ts'
import { unanswered } from '../answers.ts'
import { ITEMS } from '../assessment.ts'
import { NAME_LONGEST } from '../forms.ts'
import type { Kept } from '../kept-handlers.tsx'
import { respondentDeletionPath, respondentPath, respondentsPath } from '../paths.ts'
import { errorFor, type Filled } from '../words.ts'

/** Who answers, how far they are, and a place for the next. */
export function RespondentsPart({ x, kept, form }: { x: Exchange; kept: Kept; form: Filled }) {
  const { t } = x
  return (
    <Section title={t('assessment.people.title')} id="people">
      <ul class="readiness-people">
        {kept.respondents.map(({ id, name, answers, answeredAt }) => (
          <li key={id}>
            <p>
              <b>{name}</b>{' '}
              <span class="readiness-quiet">
                {t('assessment.people.answered', {
                  count: ITEMS.length - unanswered(answers).length,
                  of: ITEMS.length,
                })}{' '}
                · <Time at={answeredAt} />
              </span>
            </p>
            <div class="readiness-people-deeds">
              <a class="action" href={respondentPath(kept.secret, id)}>
                {t('assessment.people.change')} <span class="visually-hidden">{name}</span>
              </a>
              <Form action={respondentDeletionPath(kept.secret, id)}>
                <button class="action" type="submit">
                  {t('assessment.people.remove')} <span class="visually-hidden">{name}</span>
                </button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      {kept.respondents.length < MOST_RESPONDENTS && (
        <Form action={respondentsPath(kept.secret)} class="readiness-inline">
          <Field
            name="name"
            label={t('assessment.people.add')}
            hint={t('assessment.people.add.hint')}
            error={errorFor(form, 'name')}
            required
          >
            <TextInput value={form.words.name} maxLength={NAME_LONGEST} autocomplete="nickname" />
          </Field>
          <Button look="secondary">{t('assessment.people.begin')}</Button>
        </Form>
      )}
    </Section>
  )
}
