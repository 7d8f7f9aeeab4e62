import { avatarUrl } from '#community/members/avatar-url.ts'
import type { MemberCard } from '#community/members/members.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { PersonLine } from '#ui/elements/person-line.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { boardDeedPath, listedRemovalPath, profilePath } from '../paths.ts'
import type { KeptBoard } from './queries.ts'

interface ListedMembersProps {
  board: KeptBoard
  listed: readonly MemberCard[]
  form: Filled
}

/** Who sees a board that is only for a list of members, beside moderators. */
export function ListedMembers({ board, listed, form }: ListedMembersProps) {
  const { t } = useView()
  return (
    <Section title={t('settings.board.members')} id="members">
      <p class="settings-words">
        {t(board.access === 'listed' ? 'settings.board.members.lead' : 'settings.board.members.idle')}
      </p>
      <ul class="settings-list">
        {listed.map((member) => (
          <li key={member.id}>
            <PersonLine
              person={{ name: member.name, seed: member.id, imageUrl: avatarUrl(member) }}
              href={profilePath(member.handle)}
            >
              {`@${member.handle}`}
            </PersonLine>
            <Form action={listedRemovalPath(board.id, member.id)}>
              <Button
                look="quiet"
                size="small"
                aria-label={t('settings.board.members.remove.what', { name: member.name })}
              >
                {t('settings.board.members.remove')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={boardDeedPath(board.id, 'members')} class="settings-inline">
        <Field
          name="handle"
          label={t('settings.handle')}
          hint={t('settings.handle.hint')}
          error={errorFor(form, 'handle')}
          required
        >
          <TextInput
            value={form.words.handle}
            maxLength={31}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </Field>
        <Button look="secondary" icon="user-plus">
          {t('settings.board.members.add')}
        </Button>
      </Form>
    </Section>
  )
}
