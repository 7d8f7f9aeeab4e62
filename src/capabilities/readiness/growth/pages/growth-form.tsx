import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'
import { growthPath } from '../../paths.ts'
import { growthFields } from '../forms.ts'

interface GrowthFormProps {
  words: Readonly<Record<string, string>>
  errors?: Readonly<Record<string, string>>
}

/** The address holds the numbers, so that a result can be kept, sent and compared. */
export function GrowthForm({ words, errors = {} }: GrowthFormProps) {
  const { t } = useView()
  return (
    <Form action={growthPath} method="get" class="growth-form">
      {growthFields.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`growth.field.${name}`)}
          hint={t(`growth.field.${name}.hint`)}
          error={errors[name]}
        >
          <TextInput class="growth-number" inputMode="numeric" autocomplete="off" value={words[name]} maxLength={20} />
        </Field>
      ))}
      <div class="growth-button">
        <Button>{t('growth.button')}</Button>
      </div>
    </Form>
  )
}
