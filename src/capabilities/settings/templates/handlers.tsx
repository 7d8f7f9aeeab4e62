import type { MemberExchange } from '#community/exchange.ts'
import { readQuery } from '#platform/http/forms.ts'
import { missing, type Reply } from '#platform/http/reply.ts'
import { type Filled, untouched } from '../filled.ts'
import { afterDeed, answerForm, idIn, ifThere, onceOf, onOne, onPart, withProblems } from '../handling.ts'
import { answerPlace, movedQuery } from '../ordering.ts'
import { askedBy } from '../outcome.ts'
import { templatePath } from '../paths.ts'
import type { Direction } from '../rules.ts'
import * as templates from './actions.ts'
import { guidanceForm, promptForm } from './forms.ts'
import { PromptPage } from './prompt-page.tsx'
import { findKeptTemplate, type KeptPrompt } from './queries.ts'
import { TemplatePage } from './template-page.tsx'

export const showTemplate = (x: MemberExchange): Promise<Reply> => ifThere(templatePage(x))

export const saveGuidance = onOne((x, id) =>
  answerForm(x, {
    form: guidanceForm,
    deed: (input) => templates.changeGuidance(askedBy(x), id, input.guidance, input.guidanceEn),
    to: templatePath(id),
    again: (guidance) => withProblems(templatePage(x, { guidance })),
  }),
)

export const postPrompt = onOne((x, id) =>
  answerForm(x, {
    form: promptForm,
    deed: (input) => templates.addPrompt(askedBy(x), id, input, onceOf(x)),
    to: promptsOf(id),
    again: (added) => withProblems(templatePage(x, { added })),
  }),
)

export const showPrompt = (x: MemberExchange): Promise<Reply> => ifThere(promptPage(x))

export const savePrompt = onPart('promptId', (x, id, promptId) =>
  answerForm(x, {
    form: promptForm,
    deed: (input) => templates.changePrompt(askedBy(x), id, promptId, input),
    to: promptsOf(id),
    again: (form) => withProblems(promptPage(x, form)),
  }),
)

export const placePrompt = onPart('promptId', (x, id, promptId) => {
  const move = (direction: Direction) => templates.movePrompt(askedBy(x), id, promptId, direction)
  return answerPlace(x, { id: promptId, move, list: templatePath(id), part: '#prompts' })
})

export const dropPrompt = onPart('promptId', async (x, id, promptId) => {
  const result = await templates.removePrompt(askedBy(x), id, promptId)
  return afterDeed(x, result, { to: promptsOf(id), again: async () => missing })
})

const promptsOf = (id: string) => `${templatePath(id)}#prompts`

interface Forms {
  readonly guidance?: Filled
  readonly added?: Filled
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
