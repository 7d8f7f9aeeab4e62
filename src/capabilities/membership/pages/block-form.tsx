import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { memberBlockPath } from '../paths.ts'
import { REASON_LONGEST } from '../rules.ts'

interface BlockFormProps {
  handle: string
  act: 'block' | 'unblock'
  reason?: string
  problem?: string
}

export function BlockForm({ handle, act, reason = '', problem }: BlockFormProps) {
  const { t } = useView()
  return (
    <Section title={t(`membership.${act}.title`)} id="block">
      <p>{t(`membership.${act}.lead`)}</p>
      <Form action={memberBlockPath(handle)} class="form-stack">
        <Field name="reason" label={t('membership.block.reason')} error={problem} required>
          <TextArea value={reason} rows={3} maxLength={REASON_LONGEST} />
        </Field>
        <Button look={act === 'block' ? 'danger' : 'secondary'} name="act" value={act}>
          {t(`membership.${act}.button`)}
        </Button>
      </Form>
    </Section>
  )
}
