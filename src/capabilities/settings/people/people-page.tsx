import type { MemberExchange } from '#community/exchange.ts'
import { avatarUrl } from '#community/members/avatar-url.ts'
import { Button } from '#ui/elements/button.tsx'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { PersonLine } from '#ui/elements/person-line.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Time } from '#ui/elements/time.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { keptMemberPath, membersPath } from '../paths.ts'
import type { KeptMember, PeopleFilter } from './queries.ts'

interface PeoplePageProps {
  x: MemberExchange
  people: readonly KeptMember[]
  filter: PeopleFilter
  next: string | null
  knowsEmail: boolean
}

export function PeoplePage({ x, people, filter, next, knowsEmail }: PeoplePageProps) {
  const { t } = x
  const views = (['all', 'blocked'] as const).map((value) => ({ value, label: t(`settings.members.view.${value}`) }))
  const query = new URLSearchParams({ q: filter.q ?? '', view: filter.view, after: next ?? '' })
  return (
    <SettingsPage x={x} current="members" title={t('settings.members.title')} lead={t('settings.members.lead')}>
      <Form
        action={membersPath}
        method="get"
        class="settings-inline"
        role="search"
        aria-label={t('settings.members.search')}
      >
        <Field
          name="q"
          label={t('settings.members.search')}
          hint={t(knowsEmail ? 'settings.members.search.all' : 'settings.members.search.names')}
        >
          <TextInput value={filter.q} maxLength={254} autocomplete="off" autocapitalize="none" spellcheck={false} />
        </Field>
        <Radios name="view" legend={t('settings.members.view')} choices={views} value={filter.view} inline />
        <Button look="secondary" icon="search">
          {t('settings.search')}
        </Button>
      </Form>
      {people.length === 0 && <EmptyState title={t('settings.members.none')} icon="users" />}
      <ul class="settings-list" aria-label={t('settings.members.title')}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonLine
              person={{ name: person.name, seed: person.id, imageUrl: avatarUrl(person) }}
              href={keptMemberPath(person.handle)}
              beside={person.staffTitle && <Tag look="staff">{person.staffTitle}</Tag>}
            >
              <QuietLine>
                {`@${person.handle}`}
                {person.email}
                <span>
                  {t('settings.members.joined')} <Time at={person.joinedAt} style="date" />
                </span>
                {t('settings.members.wrote', { questions: person.questionCount, answers: person.answerCount })}
                {person.blockedAt && <b>{t('settings.members.blocked')}</b>}
              </QuietLine>
            </PersonLine>
          </li>
        ))}
      </ul>
      <Pager previous={filter.after ? membersPath : null} next={next && `${membersPath}?${query}`} />
    </SettingsPage>
  )
}
