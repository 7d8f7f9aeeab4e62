import type { MemberExchange } from '#community/exchange.ts'
import { avatarUrl } from '#community/members/avatar-url.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { PersonLine } from '#ui/elements/person-line.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { memberRolesPath, rolesPath } from '../paths.ts'
import type { Colleague } from './queries.ts'

interface RolesPageProps {
  x: MemberExchange
  people: readonly Colleague[]
  form: Filled
}

export function RolesPage({ x, people, form }: RolesPageProps) {
  const { t } = x
  return (
    <SettingsPage
      x={x}
      current="roles"
      title={t('settings.roles.title')}
      lead={t('settings.roles.lead')}
      problems={form.problems}
    >
      <Form action={rolesPath} method="get" class="settings-inline">
        <Field
          name="handle"
          label={t('settings.roles.find')}
          hint={t('settings.handle.hint')}
          error={errorFor(form, 'handle')}
          required
        >
          <TextInput value={form.words.handle} maxLength={31} autocomplete="off" autocapitalize="none" />
        </Field>
        <Button look="secondary" icon="search">
          {t('settings.roles.open')}
        </Button>
      </Form>
      <ul class="settings-list" aria-label={t('settings.roles.title')}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonLine
              person={{ name: person.name, seed: person.id, imageUrl: avatarUrl(person) }}
              href={memberRolesPath(person.handle)}
              beside={person.staffTitle && <Tag look="staff">{person.staffTitle}</Tag>}
            >
              <QuietLine>
                {`@${person.handle}`}
                {person.roles.length > 0 && person.roles.map((role) => t(`settings.role.${role}`)).join(', ')}
                {person.expertTitle}
                {person.blockedAt && t('settings.members.blocked')}
              </QuietLine>
            </PersonLine>
          </li>
        ))}
      </ul>
    </SettingsPage>
  )
}
