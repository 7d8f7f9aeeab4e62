import type { MemberExchange } from '#community/exchange.ts'
import type { NoticeWords } from '#community/notices/notice-kind.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { Form } from '#ui/elements/form.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { noticePath, noticeSettingsPath, noticesAllReadPath } from '../paths.ts'
import type { NoticeLine } from '../queries.ts'

export interface WordedLine {
  readonly line: NoticeLine
  readonly words: NoticeWords
}

interface NoticesPageProps {
  x: MemberExchange
  lines: readonly WordedLine[]
  next: string | null
}

export function NoticesPage({ x, lines, next }: NoticesPageProps) {
  const { t } = x
  return (
    <Page x={x} title={t('notifications.title')} robots="noindex">
      <Narrow>
        <Title lead={t('notifications.lead')} aside={x.viewer.unreadNotices > 0 && <AllRead />}>
          {t('notifications.title')}
        </Title>
        <div id="notices" data-live="me">
          {lines.length === 0 ? <NoNotices /> : <NoticeList lines={lines} />}
        </div>
        <Pager next={next} />
        <p class="notices-settings">
          <a href={noticeSettingsPath}>{t('notifications.settings')}</a>
        </p>
      </Narrow>
    </Page>
  )

  function AllRead() {
    return (
      <Form action={noticesAllReadPath}>
        <Button look="secondary" size="small" icon="check">
          {t('notifications.allRead')}
        </Button>
      </Form>
    )
  }

  function NoNotices() {
    return (
      <EmptyState
        title={t('notifications.empty.title')}
        icon="bell"
        action={
          <LinkButton href="/questions" look="secondary">
            {t('notifications.empty.action')}
          </LinkButton>
        }
      >
        <p>{t('notifications.empty.words')}</p>
      </EmptyState>
    )
  }

  // Following a line marks it as read: a browser must not do that ahead of the person.
  function NoticeList({ lines }: Pick<NoticesPageProps, 'lines'>) {
    return (
      <div class="notices" data-turbo-prefetch="false">
        <Entries>
          {lines.map(({ line, words }) => (
            <div class={line.isRead ? 'notice-line' : 'notice-line notice-line-new'} key={line.id}>
              <Entry href={noticePath(line.id)} title={words.line} level={2} id={`notice-${line.id}`}>
                <QuietLine>
                  {!line.isRead && <strong class="notice-new">{t('notifications.new')}</strong>}
                  {words.line.includes(line.questionTitle ?? '') ? null : line.questionTitle}
                  <Time at={line.createdAt} />
                </QuietLine>
              </Entry>
            </div>
          ))}
        </Entries>
      </div>
    )
  }
}
