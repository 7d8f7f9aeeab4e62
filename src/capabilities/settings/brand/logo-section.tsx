import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { FileInput } from '#ui/elements/file-input.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { logoPath, logoRemovalPath } from '../paths.ts'

export function LogoSection({ form, name, logoId }: { form: Filled; name: string; logoId: string | null }) {
  const { t } = useView()
  return (
    <Section title={t('settings.brand.logo.title')} id="logo">
      {logoId && (
        <p class="settings-logo">
          <img src={`/attachments/${logoId}/logo`} alt={t('settings.brand.logo.now', { name })} height={72} />
        </p>
      )}
      <Form action={logoPath} multipart class="settings-form">
        <Field
          name="logo"
          label={t('settings.brand.logo')}
          hint={t('settings.brand.logo.hint')}
          error={errorFor(form, 'logo')}
        >
          <FileInput accept="image/png,image/jpeg,image/webp,image/gif,image/avif" required />
        </Field>
        <Button look="secondary" icon="upload">
          {t('settings.brand.logo.upload')}
        </Button>
      </Form>
      {logoId && (
        <Form action={logoRemovalPath}>
          <Button look="quiet" icon="undo-2">
            {t('settings.brand.logo.remove')}
          </Button>
        </Form>
      )}
    </Section>
  )
}
