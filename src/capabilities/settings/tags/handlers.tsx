import type { MemberExchange } from '#community/exchange.ts'
import { readQuery } from '#platform/http/forms.ts'
import { page, type Reply } from '#platform/http/reply.ts'
import { type Filled, untouched } from '../filled.ts'
import { afterDeed, answerForm, idIn, ifThere, onOne, withProblems } from '../handling.ts'
import { askedBy } from '../outcome.ts'
import { tagPath, tagsPath } from '../paths.ts'
import * as tags from './actions.ts'
import { mergeForm, tagForm, tagsQuery } from './forms.ts'
import { findTag, listTags } from './queries.ts'
import { TagPage } from './tag-page.tsx'
import { TagsPage } from './tags-page.tsx'

const TAGS_A_PAGE = 50

export async function showTags(x: MemberExchange): Promise<Reply> {
  const filter = readQuery(tagsQuery, x.query)
  const rows = await listTags(x.db, filter, TAGS_A_PAGE + 1)
  const shown = rows.slice(0, TAGS_A_PAGE)
  const next = rows.length > TAGS_A_PAGE ? (shown.at(-1)?.slug ?? null) : null
  return page(<TagsPage x={x} tags={shown} filter={filter} next={next} />)
}

export const showTag = (x: MemberExchange): Promise<Reply> => ifThere(tagPage(x))

export const saveTag = onOne((x, id) =>
  answerForm(x, {
    form: tagForm,
    deed: ({ name }) => tags.renameTag(askedBy(x), id, name),
    to: tagPath(id),
    again: (form) => withProblems(tagPage(x, { form })),
  }),
)

export const postMerge = onOne((x, id) =>
  answerForm(x, {
    form: mergeForm,
    deed: ({ into }) => tags.mergeTag(askedBy(x), id, into),
    to: tagPath,
    said: 'merged',
    again: (merge) => withProblems(tagPage(x, { merge })),
  }),
)

export const dropTag = onOne(async (x, id) => {
  const again = (merge: Filled) => withProblems(tagPage(x, { merge }))
  return afterDeed(x, await tags.removeTag(askedBy(x), id), { to: tagsPath, said: 'deleted', again })
})

interface Forms {
  readonly form?: Filled
  readonly merge?: Filled
}

async function tagPage(x: MemberExchange, forms: Forms = {}) {
  const id = idIn(x)
  const tag = id ? await findTag(x.db, id) : null
  if (!tag) return null
  const form = forms.form ?? untouched({ name: tag.slug })
  return <TagPage x={x} tag={tag} form={form} merge={forms.merge ?? untouched()} />
}
