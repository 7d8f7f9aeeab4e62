import type { Exchange } from '#community/exchange.ts'
import { Field } from '#ui/elements/field.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { errorFor, type Filled } from '../words.ts'
import { ReachFields } from './reach-fields.tsx'

/** The law, the founders, and how many people can be invited. What nobody knows may stay open. */
export function MeansQuestions({ x, form }: { x: Exchange; form: Filled }) {
  const { t } = x
  return (
    <>
      <section class="readiness-item" aria-labelledby="item-legal">
        <h2 id="item-legal">{t('readiness.item.legal.name')}</h2>
        <p class="readiness-why">{t('readiness.item.legal.why')}</p>
        <Radios
          name="legal"
          legend={t('readiness.item.legal.question')}
          value={form.words.legal ?? 'unknown'}
          error={errorFor(form, 'legal')}
          choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
            value,
            label: t(`readiness.item.legal.${value}`),
          }))}
        />
      </section>
      <PeopleQuestion x={x} form={form} name="founders" />
      <PeopleQuestion x={x} form={form} name="contactable" />
      <ReachFields x={x} form={form} />
    </>
  )
}

function PeopleQuestion({ x, form, name }: { x: Exchange; form: Filled; name: 'founders' | 'contactable' }) {
  const { t } = x
  return (
    <section class="readiness-item" aria-labelledby={`item-${name}`}>
      <h2 id={`item-${name}`}>{t(`readiness.item.${name}.name`)}</h2>
      <p class="readiness-why">{t(`readiness.item.${name}.why`)}</p>
      <Field
        name={name}
        label={t(`readiness.item.${name}.question`)}
        hint={t(`assessment.means.${name}.hint`)}
        error={errorFor(form, name)}
        optional
      >
        <TextInput value={form.words[name]} inputMode="numeric" autocomplete="off" class="readiness-number" />
      </Field>
    </section>
  )
}
