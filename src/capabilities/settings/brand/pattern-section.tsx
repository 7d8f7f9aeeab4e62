import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { customerNumbersPath, customerNumbersTrialPath } from '../paths.ts'
import { PATTERN_LONGEST, SAMPLE_LONGEST } from '../rules.ts'

export interface PatternTrial {
  readonly shown: string
  readonly found: number
}

/** What this brand's customer numbers look like, with a place to try it before it counts. */
export function PatternSection({ form, trial }: { form: Filled; trial: PatternTrial | null }) {
  const { t } = useView()
  return (
    <Section title={t('settings.brand.pattern.title')} id="customer-numbers">
      <p class="settings-words">{t('settings.brand.pattern.lead')}</p>
      <Form action={customerNumbersPath} class="settings-form">
        <Field
          name="pattern"
          label={t('settings.brand.pattern')}
          hint={t('settings.brand.pattern.hint')}
          error={errorFor(form, 'pattern')}
          optional
        >
          <TextInput
            class="settings-code"
            value={form.words.pattern}
            maxLength={PATTERN_LONGEST}
            autocomplete="off"
            spellcheck={false}
          />
        </Field>
        <Field
          name="sample"
          label={t('settings.brand.sample')}
          hint={t('settings.brand.sample.hint')}
          error={errorFor(form, 'sample')}
          optional
        >
          <TextArea value={form.words.sample ?? ''} rows={3} maxLength={SAMPLE_LONGEST} class="settings-short" />
        </Field>
        {trial && <TrialResult {...trial} />}
        <div class="settings-acts">
          <Button>{t('settings.save')}</Button>
          {/* The answer to a trial is a page, not a redirect: what was typed stays out of addresses. */}
          <Button
            look="secondary"
            formaction={`${customerNumbersTrialPath}#customer-numbers`}
            data-turbo="false"
            icon="eye-off"
          >
            {t('settings.brand.pattern.try')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function TrialResult({ shown, found }: PatternTrial) {
  const { t } = useView()
  return (
    <Notice tone={found > 0 ? 'success' : 'warn'} role="status" title={t('settings.brand.pattern.found', { found })}>
      <blockquote class="settings-quote">{shown}</blockquote>
    </Notice>
  )
}
