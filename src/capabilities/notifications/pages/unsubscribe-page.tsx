import type { Exchange } from '#community/exchange.ts'
import type { NoticeKind } from '#community/notices/notice-kind.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { noticeSettingsPath, resubscribePath, unsubscribePath } from '../paths.ts'

interface UnsubscribePageProps {
  x: Exchange
  kind: NoticeKind
  token: string
  stage: 'ask' | 'done' | 'undone'
}

/** For whoever follows the link of a mail, signed in or not: looking changes nothing, the button does. */
export function UnsubscribePage({ x, kind, token, stage }: UnsubscribePageProps) {
  const { t } = x
  const what = t(kind.label)
  const { title, words, button, action } = {
    ask: {
      title: t('notifications.unsubscribe.title'),
      words: t('notifications.unsubscribe.words', { what }),
      button: t('notifications.unsubscribe.button'),
      action: unsubscribePath(token),
    },
    done: {
      title: t('notifications.unsubscribe.done'),
      words: t('notifications.unsubscribe.doneWords', { what }),
      button: t('notifications.unsubscribe.undo'),
      action: resubscribePath(token),
    },
    undone: {
      title: t('notifications.unsubscribe.undone'),
      words: t('notifications.unsubscribe.undoneWords', { what }),
      button: t('notifications.unsubscribe.button'),
      action: unsubscribePath(token),
    },
  }[stage]
  return (
    <Page x={x} title={title} canonical="/" robots="noindex">
      <Narrow>
        <Title lead={words}>{title}</Title>
        <Form action={action} data-turbo="false">
          <Button look={stage === 'ask' ? 'primary' : 'secondary'}>{button}</Button>
        </Form>
        <p>
          <a href={noticeSettingsPath}>{t('notifications.mail.settings')}</a>
        </p>
      </Narrow>
    </Page>
  )
}
