import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { useFieldBinding } from '#ui/elements/field-context.ts'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Section } from '#ui/layout/section.tsx'
import { brandColour } from '#ui/styles/brand.ts'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { huePath, huePreviewPath, hueTrialPath } from '../paths.ts'

const hues = [
  [8, 'rose'],
  [30, 'red'],
  [55, 'orange'],
  [85, 'ochre'],
  [125, 'lime'],
  [158, 'green'],
  [195, 'teal'],
  [230, 'sky'],
  [262, 'blue'],
  [295, 'violet'],
  [335, 'magenta'],
] as const

/** The slider colours the whole page while it moves; without scripts the samples are links that do the same. */
export function HueSection({ form, triedHue }: { form: Filled; triedHue: number | null }) {
  const { t } = useView()
  return (
    <Section title={t('settings.brand.hue.title')} id="hue">
      <p class="settings-words">{t('settings.brand.hue.lead')}</p>
      {triedHue !== null && (
        <Notice role="status">
          <p>{t('settings.brand.hue.tried')}</p>
        </Notice>
      )}
      <hue-preview data-source={huePreviewPath}>
        <Form action={huePath} class="settings-form">
          <Field name="hue" label={t('settings.brand.hue')} error={errorFor(form, 'hue')}>
            <HueSlider value={form.words.hue} />
          </Field>
          <ul class="hue-samples" aria-label={t('settings.brand.hue.samples')}>
            {hues.map(([hue, name]) => (
              <li key={hue}>
                <a href={hueTrialPath(hue)} data-hue={hue}>
                  <svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true">
                    <circle cx="12" cy="12" r="11" fill={brandColour({ hue }, 'light', 'brand')} />
                  </svg>
                  <span class="visually-hidden">{t(`settings.brand.hue.${name}`)}</span>
                </a>
              </li>
            ))}
          </ul>
          <Button>{t('settings.save')}</Button>
        </Form>
      </hue-preview>
    </Section>
  )
}

function HueSlider({ value }: { value?: string }) {
  return <input class="hue-slider" type="range" min={0} max={359} step={1} value={value} {...useFieldBinding({})} />
}
