import { Checkbox } from '#ui/elements/checkbox.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { PROMPT_HINT_LONGEST, PROMPT_LABEL_LONGEST } from '../rules.ts'

/** One question that askers get: what it says, how much room its answer has, and whether it may stay empty. */
export function PromptFields({ form }: { form: Filled }) {
  const { t } = useView()
  const { words } = form
  return (
    <>
      <Field
        name="label"
        label={t('settings.prompt.label')}
        hint={t('settings.prompt.label.hint')}
        error={errorFor(form, 'label')}
        required
      >
        <TextInput value={words.label} maxLength={PROMPT_LABEL_LONGEST} autocomplete="off" />
      </Field>
      <Field name="labelEn" label={t('settings.prompt.labelEn')} error={errorFor(form, 'labelEn')} optional>
        <TextInput value={words.labelEn} maxLength={PROMPT_LABEL_LONGEST} autocomplete="off" lang="en" />
      </Field>
      <Field
        name="hint"
        label={t('settings.prompt.hint')}
        hint={t('settings.prompt.hint.hint')}
        error={errorFor(form, 'hint')}
        optional
      >
        <TextInput value={words.hint} maxLength={PROMPT_HINT_LONGEST} autocomplete="off" />
      </Field>
      <Field name="hintEn" label={t('settings.prompt.hintEn')} error={errorFor(form, 'hintEn')} optional>
        <TextInput value={words.hintEn} maxLength={PROMPT_HINT_LONGEST} autocomplete="off" lang="en" />
      </Field>
      <Radios
        name="kind"
        legend={t('settings.prompt.kind')}
        choices={(['line', 'text'] as const).map((value) => ({ value, label: t(`settings.prompt.kind.${value}`) }))}
        value={words.kind}
        error={errorFor(form, 'kind')}
        inline
      />
      <Checkbox
        name="isRequired"
        label={t('settings.prompt.required')}
        hint={t('settings.prompt.required.hint')}
        checked={words.isRequired !== undefined && words.isRequired !== ''}
        error={errorFor(form, 'isRequired')}
      />
    </>
  )
}
