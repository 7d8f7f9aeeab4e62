import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import type { QueuedMail } from '#platform/mail/queries.ts'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Section } from '#ui/layout/section.tsx'

export function DevMailList({ x, mails, next }: { x: Exchange; mails: readonly QueuedMail[]; next: string | null }) {
  const { t } = x
  return (
    <Page x={x} title={t('notifications.devMail.title')} robots="noindex">
      <Title lead={t('notifications.devMail.lead')}>{t('notifications.devMail.title')}</Title>
      {mails.length === 0 && <EmptyState title={t('notifications.devMail.empty')} />}
      <Entries>
        {mails.map((mail) => (
          <Entry href={`/dev/mail/${mail.id}`} title={mail.subject} level={2} key={mail.id}>
            <MailLine mail={mail} x={x} />
          </Entry>
        ))}
      </Entries>
      <Pager next={next} />
    </Page>
  )
}

export function DevMailPage({ x, mail }: { x: Exchange; mail: QueuedMail }) {
  const { t } = x
  return (
    <Page x={x} title={mail.subject} robots="noindex">
      <Title>{mail.subject}</Title>
      <div class="dev-mail-line">
        <MailLine mail={mail} x={x} />
      </div>
      <Section title={t('notifications.devMail.html')}>
        <iframe
          class="dev-mail-html"
          id="mail-html"
          title={mail.subject}
          src={`/dev/mail/${mail.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        />
      </Section>
      <Section title={t('notifications.devMail.text')}>
        <pre class="dev-mail-text" id="mail-text">
          {mail.text}
        </pre>
      </Section>
      <Section title={t('notifications.devMail.headers')}>
        <pre class="dev-mail-text" id="mail-headers">
          {Object.entries(mail.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        </pre>
      </Section>
      <p>
        <a href="/dev/mail">{t('notifications.devMail.back')}</a>
      </p>
    </Page>
  )
}

function MailLine({ x, mail }: { x: Exchange; mail: QueuedMail }) {
  return (
    <QuietLine>
      {x.t('notifications.devMail.to', { to: mail.to })}
      {mail.kind}
      <Time at={mail.createdAt} />
    </QuietLine>
  )
}
