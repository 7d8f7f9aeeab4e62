import type { SessionRow } from '#platform/auth/sessions.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { deviceOf } from '../device.ts'
import { sessionsEndPath } from '../paths.ts'

/** Where somebody is signed in, and a button to end each. */
export function SessionList({ sessions, currentId }: { sessions: readonly SessionRow[]; currentId: string }) {
  const { t } = useView()
  return (
    <Section title={t('membership.sessions')} id="sessions">
      <p>{t('membership.sessions.lead')}</p>
      <ul class="session-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <b>{deviceOf(session.userAgent) ?? t('membership.sessions.unknown')}</b>
              <p class="quiet-words">
                {session.address}
                {' · '}
                {session.id === currentId ? t('membership.sessions.this') : <Time at={session.seenAt} />}
              </p>
            </div>
            {session.id !== currentId && (
              <Form action={sessionsEndPath}>
                <Button look="quiet" size="small" name="session" value={session.id}>
                  {t('membership.sessions.end')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form action={sessionsEndPath}>
          <Button look="secondary" name="session" value="others">
            {t('membership.sessions.endOthers')}
          </Button>
        </Form>
      )}
    </Section>
  )
}
