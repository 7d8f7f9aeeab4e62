import { Field } from '#ui/elements/field.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'

interface PasswordFieldProps {
  /** A new one is proposed by the browser, the present one filled in by it. */
  kind: 'new' | 'current'
  name?: string
  label?: string
  hint?: string
  error?: string
  optional?: boolean
}

export function PasswordField({ kind, name = 'password', label, hint, error, optional }: PasswordFieldProps) {
  const { t } = useView()
  const words = kind === 'new' ? t('membership.password.hint') : undefined
  return (
    <Field
      name={name}
      label={label ?? t('membership.password')}
      hint={hint ?? words}
      error={error}
      required={!optional}
      optional={optional}
    >
      <TextInput type="password" autocomplete={kind === 'new' ? 'new-password' : 'current-password'} maxLength={256} />
    </Field>
  )
}
