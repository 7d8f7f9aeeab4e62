import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { fieldId } from '#ui/elements/field-context.ts'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'
import type { Filled } from '../filled.ts'
import { versionDeedPath, versionPath } from '../paths.ts'
import { VERSION_NAME_LONGEST } from '../rules.ts'
import type { KeptVersion } from './queries.ts'

interface VersionFormsProps {
  productId: string
  version: KeptVersion
  /** When this is the one that came back. */
  form: Filled | null
}

/** One version: another name, or away with it when nothing names it. */
export function VersionForms({ productId, version, form }: VersionFormsProps) {
  const { t } = useView()
  return (
    <div class="settings-version">
      <Form action={versionPath(productId, version.id)} class="settings-inline">
        <Field
          name="version"
          id={fieldId(`version-${version.id}`)}
          label={t('settings.version.name', { name: version.name })}
          hideLabel
          error={form?.problems[0]?.message}
          required
        >
          <TextInput value={form?.words.version ?? version.name} maxLength={VERSION_NAME_LONGEST} autocomplete="off" />
        </Field>
        <Button look="secondary" size="small" aria-label={t('settings.version.save', { name: version.name })}>
          {t('settings.rename')}
        </Button>
      </Form>
      <Form action={versionDeedPath(productId, version.id, 'removal')}>
        <Button look="quiet" size="small" aria-label={t('settings.version.remove', { name: version.name })}>
          {t('settings.remove')}
        </Button>
      </Form>
    </div>
  )
}
