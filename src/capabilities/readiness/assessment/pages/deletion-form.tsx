import type { Exchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Section } from '#ui/layout/section.tsx'
import { deletionPath } from '../paths.ts'

/** One button, and everything of it is gone. */
export function DeletionForm({ x, secret }: { x: Exchange; secret: string }) {
  const { t } = x
  return (
    <div class="readiness-deletion">
      <Section title={t('assessment.deletion.title')} id="deletion">
        <p class="readiness-lead">{t('assessment.deletion.lead')}</p>
        <Form action={deletionPath(secret)}>
          <Button look="danger" icon="trash-2">
            {t('assessment.deletion.button')}
          </Button>
        </Form>
      </Section>
    </div>
  )
}
