import type { MemberExchange } from '#community/exchange.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { movedQuery, placeForm } from '../boards/forms.ts'
import { type Filled, refusedWith, unreadable, untouched, wordsOf } from '../filled.ts'
import { afterDeed, idIn, onceOf } from '../handling.ts'
import { askedBy } from '../outcome.ts'
import { templatePath } from '../paths.ts'
import * as templates from './actions.ts'
import { guidanceForm, promptForm } from './forms.ts'
import { PromptPage } from './prompt-page.tsx'
import { findKeptTemplate, type KeptPrompt } from './queries.ts'
import { TemplatePage } from './template-page.tsx'

export async function showTemplate(x: MemberExchange): Promise<Reply> {
  const shown = await templatePage(x)
  return shown ? page(shown) : missing
}

export async function saveGuidance(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(guidanceForm, x.body)
  if (!read.ok) return withProblems(x, { guidance: unreadable(x.t, read) })
  const result = await templates.changeGuidance(askedBy(x), id, read.value.guidance, read.value.guidanceEn)
  return afterDeed(result, templatePath(id), (reason, field) =>
    withProblems(x, { guidance: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function postPrompt(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(promptForm, x.body)
  if (!read.ok) return withProblems(x, { added: unreadable(x.t, read) })
  const result = await templates.addPrompt(askedBy(x), id, read.value, onceOf(x))
  return afterDeed(result, `${templatePath(id)}#prompts`, (reason, field) =>
    withProblems(x, { added: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function showPrompt(x: MemberExchange): Promise<Reply> {
  const shown = await promptPage(x)
  return shown ? page(shown) : missing
}

export async function savePrompt(x: MemberExchange): Promise<Reply> {
  const [id, promptId] = [idIn(x), idIn(x, 'promptId')]
  if (!id || !promptId) return missing
  const again = async (form: Filled) => {
    const shown = await promptPage(x, form)
    return shown ? pageWithProblems(shown) : missing
  }
  const read = readForm(promptForm, x.body)
  if (!read.ok) return again(unreadable(x.t, read))
  const result = await templates.changePrompt(askedBy(x), id, promptId, read.value)
  return afterDeed(result, `${templatePath(id)}#prompts`, (reason, field) =>
    again(refusedWith(x.t, wordsOf(x), reason, field)),
  )
}

export async function placePrompt(x: MemberExchange): Promise<Reply> {
  const [id, promptId] = [idIn(x), idIn(x, 'promptId')]
  const read = readForm(placeForm, x.body)
  if (!id || !promptId || !read.ok) return missing
  const { direction } = read.value
  const result = await templates.movePrompt(askedBy(x), id, promptId, direction)
  if (result.outcome !== 'done') return missing
  return seeOther(`${templatePath(id)}?moved=${promptId}&direction=${direction}#prompts`)
}

export async function dropPrompt(x: MemberExchange): Promise<Reply> {
  const [id, promptId] = [idIn(x), idIn(x, 'promptId')]
  if (!id || !promptId) return missing
  const result = await templates.removePrompt(askedBy(x), id, promptId)
  return afterDeed(result, `${templatePath(id)}#prompts`, () => missing)
}

interface Forms {
  readonly guidance?: Filled
  readonly added?: Filled
}

async function withProblems(x: MemberExchange, forms: Forms): Promise<Reply> {
  const shown = await templatePage(x, forms)
  return shown ? pageWithProblems(shown) : missing
}

async function templatePage(x: MemberExchange, forms: Forms = {}) {
  const id = idIn(x)
  const template = id ? await findKeptTemplate(x.db, id) : null
  if (!template) return null
  const { guidance, guidanceEn } = template
  return (
    <TemplatePage
      x={x}
      template={template}
      moved={readQuery(movedQuery, x.query)}
      form={forms.guidance ?? untouched({ guidance, guidanceEn: guidanceEn ?? '' })}
      addForm={forms.added ?? untouched({ kind: 'line' })}
    />
  )
}

async function promptPage(x: MemberExchange, form?: Filled) {
  const [id, promptId] = [idIn(x), idIn(x, 'promptId')]
  const template = id && promptId ? await findKeptTemplate(x.db, id) : null
  const prompt = template?.prompts.find((one) => one.id === promptId)
  return template && prompt ? (
    <PromptPage x={x} template={template} prompt={prompt} form={form ?? untouched(asWords(prompt))} />
  ) : null
}

const asWords = ({ label, labelEn, hint, hintEn, kind, isRequired }: KeptPrompt) => ({
  label,
  labelEn: labelEn ?? '',
  hint,
  hintEn: hintEn ?? '',
  kind,
  isRequired: isRequired ? 'true' : '',
})
