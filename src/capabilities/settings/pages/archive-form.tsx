import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { useView } from '#ui/view.ts'

/** Can be undone with the same button, so it asks nothing. */
export function ArchiveForm({ action, isArchived }: { action: string; isArchived: boolean }) {
  const { t } = useView()
  const act = isArchived ? 'unarchive' : 'archive'
  return (
    <Form action={action}>
      <Button look="secondary" name="act" value={act}>
        {t(`settings.${act}`)}
      </Button>
    </Form>
  )
}
