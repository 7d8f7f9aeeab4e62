import type { Exchange } from '#community/exchange.ts'
import { Field } from '#ui/elements/field.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { NOTE_LONGEST } from '../answers.ts'
import type { ItemId } from '../assessment.ts'
import { ANSWERS, CONFIDENCES } from '../items.ts'
import { errorFor, type Filled } from '../words.ts'

/** One question: why it is asked, five anchored answers, how sure that is, and where it can be looked up. */
export function ItemQuestion({ x, item, form }: { x: Exchange; item: ItemId; form: Filled }) {
  const { t } = x
  const { words } = form
  const note = words[`${item}-note`]
  return (
    <section class="readiness-item" aria-labelledby={`item-${item}`}>
      <h2 id={`item-${item}`}>{t(`readiness.item.${item}.name`)}</h2>
      <p class="readiness-why">{t(`readiness.item.${item}.why`)}</p>
      <Radios
        name={item}
        legend={t(`readiness.item.${item}.question`)}
        hint={t(`readiness.item.${item}.example`)}
        value={words[item] ?? null}
        error={errorFor(form, item)}
        choices={ANSWERS.map((answer) => ({
          value: String(answer),
          label: t(`readiness.item.${item}.anchor.${answer}`),
        }))}
      />
      <Radios
        name={`${item}-confidence`}
        legend={t('readiness.item.confidence.question')}
        value={words[`${item}-confidence`] ?? 'guess'}
        error={errorFor(form, `${item}-confidence`)}
        choices={CONFIDENCES.map(({ code }) => ({ value: code, label: t(`readiness.item.confidence.${code}`) }))}
        inline
      />
      <details class="readiness-note" open={Boolean(note) || errorFor(form, `${item}-note`) !== undefined}>
        <summary>{t('assessment.note.add')}</summary>
        <Field
          name={`${item}-note`}
          label={t('assessment.note')}
          hint={t('assessment.note.hint')}
          error={errorFor(form, `${item}-note`)}
        >
          <TextArea value={note} rows={2} maxLength={NOTE_LONGEST} />
        </Field>
      </details>
    </section>
  )
}
