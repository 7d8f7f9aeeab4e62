import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { namingPath } from '../paths.ts'
import { BRAND_NAME_LONGEST } from '../rules.ts'
import { zoneChoices } from './zone-choices.ts'

export function NamingSection({ form }: { form: Filled }) {
  const { t } = useView()
  const { words } = form
  const forms = (['je', 'u'] as const).map((value) => ({ value, label: t(`settings.brand.address.${value}`) }))
  const languages = [
    { value: 'nl', label: 'Nederlands' },
    { value: 'en', label: 'English' },
  ]
  return (
    <Section title={t('settings.brand.naming')} id="naming">
      <Form action={namingPath} class="settings-form">
        <Field name="name" label={t('settings.brand.name')} error={errorFor(form, 'name')} required>
          <TextInput value={words.name} maxLength={BRAND_NAME_LONGEST} autocomplete="off" />
        </Field>
        <Radios
          name="addressForm"
          legend={t('settings.brand.address')}
          hint={t('settings.brand.address.hint')}
          choices={forms}
          value={words.addressForm}
          error={errorFor(form, 'addressForm')}
        />
        <Field
          name="language"
          label={t('settings.brand.language')}
          hint={t('settings.brand.language.hint')}
          error={errorFor(form, 'language')}
        >
          <Select value={words.language} choices={languages} />
        </Field>
        <Field
          name="zone"
          label={t('settings.brand.zone')}
          hint={t('settings.brand.zone.hint')}
          error={errorFor(form, 'zone')}
        >
          <Select value={words.zone} choices={zoneChoices(words.zone ?? '')} />
        </Field>
        <Field
          name="communityConfirmations"
          label={t('settings.brand.confirmations')}
          hint={t('settings.brand.confirmations.hint')}
          error={errorFor(form, 'communityConfirmations')}
          required
        >
          <TextInput
            class="settings-number"
            value={words.communityConfirmations}
            type="number"
            inputMode="numeric"
            min={1}
            max={20}
          />
        </Field>
        <Button>{t('settings.save')}</Button>
      </Form>
    </Section>
  )
}
