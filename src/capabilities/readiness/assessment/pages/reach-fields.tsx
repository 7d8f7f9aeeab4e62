import type { Exchange } from '#community/exchange.ts'
import { localeOf } from '#platform/i18n/languages.ts'
import { Field } from '#ui/elements/field.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { REACH_SHARES, REACH_SOURCES } from '../reach.ts'
import { errorFor, type Filled } from '../words.ts'

const SHARES = ['overlap', 'permission', 'conversion'] as const

/** Where potential members are: how many, and which part of them counts. Our assumptions stand in it until changed. */
export function ReachFields({ x, form }: { x: Exchange; form: Filled }) {
  const { t } = x
  return (
    <section class="readiness-item" aria-labelledby="item-sources">
      <h2 id="item-sources">{t('assessment.reach.title')}</h2>
      <p class="readiness-why">{t('assessment.reach.why')}</p>
      <div class="readiness-sources">
        {REACH_SOURCES.map((source) => (
          <fieldset class="readiness-source" key={source}>
            <legend>{t(`readiness.reach.source.${source}`)}</legend>
            <Field name={`${source}-size`} label={t('readiness.reach.size')} error={errorFor(form, `${source}-size`)}>
              <TextInput value={form.words[`${source}-size`]} inputMode="numeric" autocomplete="off" />
            </Field>
            {SHARES.map((part) => (
              <Field
                name={`${source}-${part}`}
                label={t('assessment.reach.percent', { part: t(`readiness.reach.${part}`) })}
                error={errorFor(form, `${source}-${part}`)}
                key={part}
              >
                <TextInput
                  value={form.words[`${source}-${part}`] ?? inPercent(REACH_SHARES[source][part], x)}
                  inputMode="decimal"
                  autocomplete="off"
                />
              </Field>
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  )
}

const inPercent = (share: number, { language }: Exchange): string => (share * 100).toLocaleString(localeOf(language))
