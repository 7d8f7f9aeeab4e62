import { z } from 'zod'
import { moment, paging } from '#community/api.ts'
import { questionStates } from '#community/states/states.ts'
import { choice, id, line, optional, text } from '#platform/http/forms.ts'
import { BODY_LENGTH } from './asking/forms.ts'

/** What the API takes and gives. Names are for ever: fields may be added, never renamed. */

const author = z
  .object({ handle: z.string(), name: z.string() })
  .meta({ id: 'Author', examples: [{ handle: 'henk', name: 'Henk' }] })

const mark = z
  .object({
    kind: z.enum(['confirmed', 'worked', 'verified', 'outdated', 'not-solved', 'escalated', 'duplicate']),
    answerId: z.string().nullable().meta({ description: 'Null when it is about the question itself.' }),
    memberHandle: z.string().nullable().meta({ description: 'Null for "worked for me", which is only counted.' }),
    at: moment,
  })
  .meta({ id: 'Mark' })

const masked = z
  .array(z.object({ kind: z.enum(['phone', 'iban', 'email', 'customer-number']), count: z.int() }))
  .meta({ description: 'Personal details that were hidden before anything was stored.' })

const questionExample = {
  id: '12',
  url: 'https://community.example/questions/12/warmtepomp-slaat-af',
  title: 'Warmtepomp slaat af',
  body: 'Hij slaat elke nacht af, met **storing E4**.',
  html: '<p>Hij slaat elke nacht af, met <strong>storing E4</strong>.</p>',
  board: 'warmtepompen',
  product: 'zw-aero-6',
  tags: ['storing'],
  state: 'confirmed' as const,
  marks: [{ kind: 'confirmed' as const, answerId: '31', memberHandle: 'fatima', at: '2026-11-23T09:30:00.000Z' }],
  author: { handle: 'fatima', name: 'Fatima' },
  createdAt: '2026-11-23T08:12:00.000Z',
  answerCount: 2,
  acceptedAnswerIds: ['31'],
  bestAnswerId: '31',
}

const questionFields = z.object({
  id: z.string(),
  url: z.string().meta({ format: 'uri' }),
  title: z.string(),
  body: z.string().meta({ description: 'Markdown.' }),
  html: z.string(),
  board: z.string().meta({ description: 'Slug of the board.' }),
  product: z.string().nullable().meta({ description: 'Slug of the product.' }),
  tags: z.array(z.string()),
  state: z.enum(questionStates as [string, ...string[]]).meta({ description: 'Derived from the marks.' }),
  marks: z.array(mark),
  author,
  createdAt: moment,
  answerCount: z.int(),
  acceptedAnswerIds: z.array(z.string()),
  bestAnswerId: z.string().nullable(),
})

export const questionSchema = questionFields.meta({ id: 'Question', examples: [questionExample] })

export const askedSchema = questionFields
  .extend({ masked })
  .meta({ id: 'AskedQuestion', examples: [{ ...questionExample, masked: [{ kind: 'phone', count: 1 }] }] })

const answerExample = {
  id: '31',
  url: 'https://community.example/questions/12/answers/31',
  questionId: '12',
  body: 'Reset hem met de knop **achter** het paneel.',
  html: '<p>Reset hem met de knop <strong>achter</strong> het paneel.</p>',
  author: { handle: 'henk', name: 'Henk' },
  createdAt: '2026-11-23T08:40:00.000Z',
  accepted: true,
  best: true,
  verified: false,
  outdated: false,
  thanksCount: 3,
  workedCount: 1,
  commentCount: 0,
}

const answerFields = z.object({
  id: z.string(),
  url: z.string().meta({ format: 'uri' }),
  questionId: z.string(),
  body: z.string().meta({ description: 'Markdown.' }),
  html: z.string(),
  author,
  createdAt: moment,
  accepted: z.boolean().meta({ description: 'The asker confirmed it.' }),
  best: z.boolean(),
  verified: z.boolean().meta({ description: 'The brand vouches for it.' }),
  outdated: z.boolean(),
  thanksCount: z.int(),
  workedCount: z.int(),
  commentCount: z.int(),
})

export const answerSchema = answerFields.meta({ id: 'Answer', examples: [answerExample] })

export const answeredSchema = answerFields
  .extend({ masked })
  .meta({ id: 'GivenAnswer', examples: [{ ...answerExample, accepted: false, best: false, masked: [] }] })

export const boardSchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    access: z.enum(['everyone', 'members', 'listed']),
    url: z.string().meta({ format: 'uri' }),
  })
  .meta({
    id: 'Board',
    examples: [
      {
        slug: 'warmtepompen',
        name: 'Warmtepompen',
        description: 'Plaatsen, instellen en storingen.',
        access: 'everyone',
        url: 'https://community.example/questions?board=warmtepompen',
      },
    ],
  })

export const listQuery = z.object({
  state: choice(questionStates).optional().meta({ description: 'All states when left out.' }),
  board: line(60).optional().meta({ description: 'Slug, or one that it had before. Unknown: an empty list.' }),
  product: line(60).optional().meta({ description: 'Slug. Unknown: an empty list.' }),
  tag: line(40).optional().meta({ description: 'Slug, or one that it had before. Unknown: an empty list.' }),
  sort: choice(['active', 'new'])
    .default('active')
    .meta({ description: 'By what moved last, or by when it was asked.' }),
  ...paging,
})

export const pageQuery = z.object(paging)

const body = text(BODY_LENGTH).meta({ description: 'Markdown.', minLength: 1, maxLength: BODY_LENGTH })

export const newQuestion = z
  .object({
    title: line(150).meta({ minLength: 1, maxLength: 150 }),
    body,
    board: line(60).meta({ description: 'Slug of a board that the member of the key may see.' }),
    product: optional(line(60)).meta({ description: 'Slug.', type: 'string' }),
    tags: z.array(line(40)).max(5).optional().meta({ description: 'At most five.' }),
  })
  .meta({
    id: 'NewQuestion',
    examples: [
      {
        title: 'Warmtepomp slaat af',
        body: 'Hij slaat elke nacht af, met **storing E4**.',
        board: 'warmtepompen',
        tags: ['storing'],
      },
    ],
  })

export const newAnswer = z
  .object({ body })
  .meta({ id: 'NewAnswer', examples: [{ body: 'Reset hem met de knop **achter** het paneel.' }] })

const answerId = id().meta({ description: 'Id of an answer to this question.' })

export const acceptance = z.object({ answerId }).meta({ id: 'Acceptance', examples: [{ answerId: '31' }] })

/** Left out: every confirmation is taken back. */
export const withdrawal = z
  .object({
    answerId: optional(id()).meta({ type: 'string', description: 'Left out: every confirmation is taken back.' }),
  })
  .meta({ examples: [{ answerId: '31' }] })
