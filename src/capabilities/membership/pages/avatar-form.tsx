import { avatarUrl } from '#community/members/avatar-url.ts'
import { Avatar } from '#ui/elements/avatar.tsx'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { FileInput } from '#ui/elements/file-input.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { avatarPath, avatarRemovalPath } from '../paths.ts'

interface AvatarFormProps {
  member: { id: string; name: string; avatarId: string | null }
  problem?: string
}

export function AvatarForm({ member, problem }: AvatarFormProps) {
  const { t } = useView()
  return (
    <Section title={t('membership.avatar')}>
      <ErrorSummary problems={problem ? [{ field: 'picture', message: problem }] : []} />
      <div class="avatar-choice">
        <Avatar name={member.name} seed={member.id} imageUrl={avatarUrl(member)} size="huge" />
        <div class="form-stack">
          <Form action={avatarPath} multipart class="form-stack">
            <Field
              name="picture"
              label={t('membership.avatar.label')}
              hint={t('membership.avatar.hint')}
              error={problem}
            >
              <FileInput accept="image/png,image/jpeg,image/webp,image/gif,image/avif" required />
            </Field>
            <Button look="secondary" icon="upload">
              {t('membership.avatar.button')}
            </Button>
          </Form>
          {member.avatarId && (
            <Form action={avatarRemovalPath}>
              <Button look="quiet" icon="undo-2">
                {t('membership.avatar.remove')}
              </Button>
            </Form>
          )}
        </div>
      </div>
    </Section>
  )
}
