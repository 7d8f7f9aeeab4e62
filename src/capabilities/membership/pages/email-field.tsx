import { Field } from '#ui/elements/field.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'

interface EmailFieldProps {
  value: string
  error?: string
  label?: string
  hint?: string
  /** Whose address: one's own to come in with, or a new one. */
  fills?: 'username' | 'email'
}

export function EmailField({ value, error, label, hint, fills = 'username' }: EmailFieldProps) {
  const { t } = useView()
  return (
    <Field name="email" label={label ?? t('membership.email')} hint={hint} error={error} required>
      <TextInput
        type="email"
        value={value}
        autocomplete={fills}
        inputMode="email"
        autocapitalize="none"
        maxLength={254}
      />
    </Field>
  )
}
