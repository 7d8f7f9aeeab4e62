import { Field } from '#ui/elements/field.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { BOARD_NAME_LONGEST, DESCRIPTION_LONGEST, SLUG_LONGEST } from '../rules.ts'

const accesses = ['everyone', 'members', 'listed'] as const

export function BoardFields({ form }: { form: Filled }) {
  const { t } = useView()
  const { words } = form
  return (
    <>
      <Field name="name" label={t('settings.board.name')} error={errorFor(form, 'name')} required>
        <TextInput value={words.name} maxLength={BOARD_NAME_LONGEST} autocomplete="off" />
      </Field>
      <Field name="nameEn" label={t('settings.board.nameEn')} error={errorFor(form, 'nameEn')} optional>
        <TextInput value={words.nameEn} maxLength={BOARD_NAME_LONGEST} autocomplete="off" lang="en" />
      </Field>
      <Field
        name="description"
        label={t('settings.board.description')}
        hint={t('settings.board.description.hint')}
        error={errorFor(form, 'description')}
        optional
      >
        <TextArea value={words.description ?? ''} rows={2} maxLength={DESCRIPTION_LONGEST} class="settings-short" />
      </Field>
      <Field
        name="descriptionEn"
        label={t('settings.board.descriptionEn')}
        error={errorFor(form, 'descriptionEn')}
        optional
      >
        <TextArea
          value={words.descriptionEn ?? ''}
          rows={2}
          maxLength={DESCRIPTION_LONGEST}
          class="settings-short"
          lang="en"
        />
      </Field>
      <Field
        name="slug"
        label={t('settings.board.slug')}
        hint={t('settings.board.slug.hint')}
        error={errorFor(form, 'slug')}
        optional
      >
        <TextInput value={words.slug} maxLength={SLUG_LONGEST} autocomplete="off" spellcheck={false} />
      </Field>
      <Radios
        name="access"
        legend={t('settings.board.access')}
        choices={accesses.map((value) => ({
          value,
          label: t(`settings.access.${value}`),
          hint: t(`settings.access.${value}.hint`),
        }))}
        value={words.access}
        error={errorFor(form, 'access')}
      />
    </>
  )
}
