import type { MemberExchange } from '#community/exchange.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply } from '#platform/http/reply.ts'
import { type Filled, refusedWith, unreadable, untouched, wordsOf } from '../filled.ts'
import { afterDeed, idIn } from '../handling.ts'
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

export async function showTag(x: MemberExchange): Promise<Reply> {
  const shown = await tagPage(x)
  return shown ? page(shown) : missing
}

export async function saveTag(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(tagForm, x.body)
  if (!read.ok) return withProblems(x, { form: unreadable(x.t, read) })
  const result = await tags.renameTag(askedBy(x), id, read.value.name)
  return afterDeed(result, tagPath(id), (reason, field) =>
    withProblems(x, { form: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function postMerge(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(mergeForm, x.body)
  if (!read.ok) return withProblems(x, { merge: unreadable(x.t, read) })
  const result = await tags.mergeTag(askedBy(x), id, read.value.into)
  return afterDeed(
    result,
    tagPath,
    (reason, field) => withProblems(x, { merge: refusedWith(x.t, wordsOf(x), reason, field) }),
    'merged',
  )
}

export async function dropTag(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const result = await tags.removeTag(askedBy(x), id)
  const refuse = (reason: Parameters<typeof refusedWith>[2]) => withProblems(x, { merge: refusedWith(x.t, {}, reason) })
  return afterDeed(result, tagsPath, refuse, 'deleted')
}

interface Forms {
  readonly form?: Filled
  readonly merge?: Filled
}

async function withProblems(x: MemberExchange, forms: Forms): Promise<Reply> {
  const shown = await tagPage(x, forms)
  return shown ? pageWithProblems(shown) : missing
}

async function tagPage(x: MemberExchange, forms: Forms = {}) {
  const id = idIn(x)
  const tag = id ? await findTag(x.db, id) : null
  if (!tag) return null
  const form = forms.form ?? untouched({ name: tag.slug })
  return <TagPage x={x} tag={tag} form={form} merge={forms.merge ?? untouched()} />
}
