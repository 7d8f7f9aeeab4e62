import type { MemberExchange } from '#community/exchange.ts'
import { roles } from '#community/members/actor.ts'
import { mayChangeRole, mayPlace } from '#community/members/keeping-rules.ts'
import { Button } from '#ui/elements/button.tsx'
import { Checkbox } from '#ui/elements/checkbox.tsx'
import { Field, FieldError } from '#ui/elements/field.tsx'
import { fieldId } from '#ui/elements/field-context.ts'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { errorFor, type Filled, refusalWords } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { keptMemberPath, memberRolesPath, rolesPath } from '../paths.ts'
import { EXPERT_REASON_LONGEST, TITLE_LONGEST } from '../rules.ts'
import type { Colleague } from './queries.ts'

interface MemberRolesPageProps {
  x: MemberExchange
  member: Colleague
  form: Filled
}

export function MemberRolesPage({ x, member, form }: MemberRolesPageProps) {
  const { t, viewer } = x
  const refusal = mayPlace(viewer, member)
  return (
    <SettingsPage
      x={x}
      current="roles"
      title={member.name}
      lead={`@${member.handle}`}
      crumbs={[{ href: rolesPath, label: t('settings.roles.title') }]}
      problems={form.problems}
      aside={<a href={keptMemberPath(member.handle)}>{t('settings.roles.asMember')}</a>}
    >
      {refusal ? (
        <Notice>
          <p>{refusalWords(t, refusal)}</p>
        </Notice>
      ) : (
        <Form action={memberRolesPath(member.handle)} class="settings-form">
          <RoleChoices {...{ x, member, form }} />
          <Titles form={form} />
          <p class="settings-words">{t('settings.roles.signsOut')}</p>
          <Button>{t('settings.save')}</Button>
        </Form>
      )}
    </SettingsPage>
  )

  function Titles({ form }: Pick<MemberRolesPageProps, 'form'>) {
    return (
      <>
        <Field
          name="staffTitle"
          label={t('settings.roles.staffTitle')}
          hint={t('settings.roles.staffTitle.hint')}
          error={errorFor(form, 'staffTitle')}
          optional
        >
          <TextInput value={form.words.staffTitle} maxLength={TITLE_LONGEST} autocomplete="off" />
        </Field>
        <Field
          name="expertTitle"
          label={t('settings.roles.expertTitle')}
          hint={t('settings.roles.expertTitle.hint')}
          error={errorFor(form, 'expertTitle')}
          optional
        >
          <TextInput value={form.words.expertTitle} maxLength={TITLE_LONGEST} autocomplete="off" />
        </Field>
        <Field
          name="expertReason"
          label={t('settings.roles.expertReason')}
          hint={t('settings.roles.expertReason.hint')}
          error={errorFor(form, 'expertReason')}
          optional
        >
          <TextInput value={form.words.expertReason} maxLength={EXPERT_REASON_LONGEST} autocomplete="off" />
        </Field>
      </>
    )
  }
}

/** A role that this person may not give or take is shown, and stays as it is. */
function RoleChoices({ x, member, form }: MemberRolesPageProps) {
  const { t, viewer } = x
  const ticked = (form.words.role ?? '').split(', ')
  const open = roles.filter((role) => mayChangeRole(viewer, member, role) === null)
  const error = errorFor(form, 'role')
  return (
    <fieldset class="field" id={fieldId('role')} aria-describedby={error && 'field-role-error'}>
      <legend class="field-label">{t('settings.roles.roles')}</legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          id={`role-${role}`}
          name="role"
          value={role}
          label={t(`settings.role.${role}`)}
          hint={t(`settings.role.${role}.hint`)}
          checked={open.includes(role) ? ticked.includes(role) : member.roles.includes(role)}
          disabled={!open.includes(role)}
        />
      ))}
      {open
        .filter((role) => member.roles.includes(role))
        .map((role) => (
          <input type="hidden" name="had" value={role} key={role} />
        ))}
      {error && <FieldError id="field-role-error">{error}</FieldError>}
    </fieldset>
  )
}
