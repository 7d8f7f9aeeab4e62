import type { Exchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { Checkbox } from '#ui/elements/checkbox.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { type Answers, withoutNotes } from '../answers.ts'
import type { Assessment } from '../assessment.ts'
import { figure } from '../figures.ts'
import { comparisonPath } from '../paths.ts'

/** Beside these answers: what if one were a step higher, or another assessment. */
export function WhatIfForm({ x, several, result }: { x: Exchange; several: readonly Answers[]; result: Assessment }) {
  const { t, language } = x
  return (
    <div class="readiness-what-if">
      <Section title={t('assessment.compare.title')} id="compare">
        <Form action={comparisonPath(several.map(withoutNotes))}>
          <p class="readiness-lead">{t('assessment.compare.lead')}</p>
          <div class="readiness-choices">
            {result.steps.map(({ item, gained }) => (
              <Checkbox
                name="step"
                id={`what-if-${item}`}
                value={item}
                label={t('assessment.compare.step', {
                  item: t(`readiness.item.${item}.name`),
                  gained: figure(gained, 'gained', language),
                })}
                key={item}
              />
            ))}
          </div>
          <Checkbox
            name="together"
            label={t('assessment.compare.together')}
            hint={t('assessment.compare.together.hint')}
          />
          <Field name="other" label={t('assessment.compare.other')} hint={t('assessment.compare.other.hint')} optional>
            <TextInput autocomplete="off" maxLength={8_000} />
          </Field>
          <Button look="secondary">{t('assessment.compare.button')}</Button>
        </Form>
      </Section>
    </div>
  )
}
