import type { MemberExchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { type Column, Table } from '#ui/elements/table.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { tagListPath, tagPath, tagsPath } from '../paths.ts'
import { TAG_LONGEST } from '../rules.ts'
import type { KeptTag, TagFilter } from './queries.ts'

interface TagsPageProps {
  x: MemberExchange
  tags: readonly KeptTag[]
  filter: TagFilter
  /** The tag after which the next page begins. */
  next: string | null
}

export function TagsPage({ x, tags, filter, next }: TagsPageProps) {
  const { t } = x
  const views = (['all', 'unused'] as const).map((value) => ({ value, label: t(`settings.tags.view.${value}`) }))
  const query = new URLSearchParams({ q: filter.q ?? '', view: filter.view, after: next ?? '' })
  return (
    <SettingsPage x={x} current="tags" title={t('settings.tags.title')} lead={t('settings.tags.lead')}>
      <Form action={tagsPath} method="get" class="settings-inline" role="search" aria-label={t('settings.tags.search')}>
        <Field name="q" label={t('settings.tags.search')}>
          <TextInput value={filter.q} maxLength={TAG_LONGEST} autocomplete="off" />
        </Field>
        <Radios name="view" legend={t('settings.tags.view')} choices={views} value={filter.view} inline />
        <Button look="secondary" icon="search">
          {t('settings.search')}
        </Button>
      </Form>
      {tags.length === 0 ? (
        <EmptyState title={t('settings.tags.none')} icon="tag" />
      ) : (
        <Table caption={t('settings.tags.title')} columns={columnsIn(x)} rows={tags} rowKey={(tag) => tag.id} />
      )}
      <Pager previous={filter.after ? tagsPath : null} next={next && `${tagsPath}?${query}`} />
    </SettingsPage>
  )
}

function columnsIn({ t }: MemberExchange): Column<KeptTag>[] {
  return [
    {
      key: 'name',
      head: t('settings.tag'),
      rowHead: true,
      cell: (tag) => (
        <a class="settings-name" href={tagPath(tag.id)}>
          {tag.slug}
        </a>
      ),
    },
    {
      key: 'count',
      head: t('settings.tags.count'),
      numeric: true,
      cell: (tag) => (tag.questionCount === 0 ? '0' : <a href={tagListPath(tag.slug)}>{String(tag.questionCount)}</a>),
    },
  ]
}
