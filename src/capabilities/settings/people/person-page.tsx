import type { MemberExchange } from '#community/exchange.ts'
import { keepsSettings } from '#community/members/actor.ts'
import { mayBlock, mayUnblock } from '#community/members/keeping-rules.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { KeyValues } from '#ui/elements/key-values.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { errorFor, type Filled, refusalWords } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { memberBlockPath, memberRolesPath, membersPath, profilePath } from '../paths.ts'
import { REASON_LONGEST } from '../rules.ts'
import { DecisionList } from './decision-list.tsx'
import type { KeptMember, PastDecision } from './queries.ts'

interface PersonPageProps {
  x: MemberExchange
  person: KeptMember
  decisions: readonly PastDecision[]
  form: Filled
}

/** One member as moderators see them: what was decided before, and whether they may write. */
export function PersonPage({ x, person, decisions, form }: PersonPageProps) {
  const { t, viewer } = x
  return (
    <SettingsPage
      x={x}
      current="members"
      title={person.name}
      lead={`@${person.handle}`}
      crumbs={[{ href: membersPath, label: t('settings.members.title') }]}
      problems={form.problems}
      aside={<a href={profilePath(person.handle)}>{t('settings.members.profile')}</a>}
    >
      {person.blockedAt && (
        <Notice tone="warn" title={t('settings.members.isBlocked')}>
          <p class="settings-quote">{person.blockedReason}</p>
        </Notice>
      )}
      <KeyValues of={factsOf(x, person)} />
      {keepsSettings(viewer) && (
        <p>
          <a href={memberRolesPath(person.handle)}>{t('settings.members.roles')}</a>
        </p>
      )}
      <BlockSection {...{ x, person, form }} />
      <DecisionList decisions={decisions} />
    </SettingsPage>
  )
}

function factsOf({ t }: MemberExchange, person: KeptMember) {
  const { staffTitle, email, seenAt, roles, questionCount, answerCount } = person
  return [
    { key: t('settings.members.joined'), value: <Time at={person.joinedAt} style="date" /> },
    seenAt && { key: t('settings.members.seen'), value: <Time at={seenAt} style="date" /> },
    email && { key: t('settings.members.email'), value: email },
    {
      key: t('settings.members.posts'),
      value: t('settings.members.wrote', { questions: questionCount, answers: answerCount }),
    },
    staffTitle && { key: t('settings.roles.staffTitle'), value: staffTitle },
    roles.length > 0
      ? { key: t('settings.roles.roles'), value: roles.map((role) => t(`settings.role.${role}`)).join(', ') }
      : null,
  ].map((fact) => fact || null)
}

function BlockSection({ x, person, form }: Omit<PersonPageProps, 'decisions'>) {
  const { t, viewer } = x
  const act = person.blockedAt ? 'unblock' : 'block'
  const refusal = act === 'block' ? mayBlock(viewer, person) : mayUnblock(viewer, person)
  return (
    <Section title={t(`settings.members.${act}`)} id="block">
      {refusal ? (
        <>
          <p class="settings-words">{refusalWords(t, refusal)}</p>
          {/* Somebody became a colleague while this was written. */}
          {form.words.reason && <p class="settings-quote">{form.words.reason}</p>}
        </>
      ) : (
        <>
          <p class="settings-words">{t(`settings.members.${act}.lead`)}</p>
          <Form action={memberBlockPath(person.handle)} class="settings-form">
            <Field name="reason" label={t('settings.members.reason')} error={errorFor(form, 'reason')} required>
              <TextArea value={form.words.reason ?? ''} rows={4} maxLength={REASON_LONGEST} class="settings-short" />
            </Field>
            <div class="settings-acts">
              <Button look={act === 'block' ? 'danger' : 'primary'} name="act" value={act}>
                {t(`settings.members.${act}.button`)}
              </Button>
            </div>
          </Form>
        </>
      )}
    </Section>
  )
}
