import type { MemberExchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { saying } from '#community/said.ts'
import { listProducts } from '#community/topics/products.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { productAndVersion } from '../asking/forms.ts'
import { afterDeed, askedBy, isId, problemWords } from '../handling.ts'
import { escalationForm, verificationForm } from '../keeping/forms.ts'
import { findDecidedPost } from '../keeping/queries.ts'
import { AboutPost, AboutQuestion } from '../pages/about-post.tsx'
import { productChoices } from '../pages/ask-page.tsx'
import { answerDeedPath, answerPath, deedPath, questionPath } from '../paths.ts'
import { findQuestion, type ReadQuestion } from '../reading/queries.ts'
import { refusing } from '../refusing.tsx'
import * as verification from './actions.ts'

type Words = Readonly<Record<string, string>>

/** GET /questions/:id/answers/:answerId/verification — staff vouches, for which version, or says it no longer holds. */
export async function showVerification(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId) || !(await findStanding(x, id))) return missing
  return page(await verificationPage(x, { verdict: 'verified' }, {}))
}

/** POST /questions/:id/answers/:answerId/verification */
export async function postVerification(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId)) return missing
  const read = readForm(verificationForm, x.body)
  if (!read.ok) return pageWithProblems(await verificationPage(x, read.words, problemWords(x, read.problems)))
  const { verdict, product, note } = read.value
  const words = { verdict, product: product ?? '', note: note ?? '' }
  if (verdict === 'outdated' && !note) {
    return pageWithProblems(await verificationPage(x, words, { note: x.t('form.required') }))
  }
  const result = await carryOut(x, id, answerId, words)
  const said = verdict === 'none' ? 'saved' : verdict
  if (result.outcome === 'done') return seeOther(saying(answerPath(result.value.id, answerId), said))
  return afterDeed(result, said, refusing(x, answerPath(id, answerId)))
}

async function carryOut(x: MemberExchange, id: string, answerId: string, words: Words) {
  const asked = askedBy(x)
  const { verdict, product, note = '' } = words
  if (verdict === 'outdated') return verification.markAnswerOutdated(asked, id, answerId, note)
  if (verdict === 'verified') {
    return verification.verifyAnswer(asked, id, answerId, { ...productAndVersion(product), note: note || null })
  }
  await verification.withdrawVerdict(asked, id, answerId, 'outdated')
  return verification.withdrawVerdict(asked, id, answerId, 'verified')
}

/** GET /questions/:id/escalation */
export async function showEscalation(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  const question = isId(id) ? await findStanding(x, id) : null
  if (!question) return missing
  const isOn = question.state === 'escalated'
  const title = x.t(isOn ? 'questions.action.deescalate' : 'questions.action.escalate')
  return page(
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <Title lead={x.t(isOn ? 'questions.escalation.end' : 'questions.escalation.lead')}>{title}</Title>
        <AboutQuestion x={x} question={question} />
        <Form action={deedPath(question.id, 'escalation')}>
          <input type="hidden" name="on" value={String(!isOn)} />
          {!isOn && (
            <Field
              name="note"
              label={x.t('questions.escalation.note')}
              hint={x.t('questions.escalation.note.hint')}
              optional
            >
              <TextArea rows={3} maxLength={2_000} />
            </Field>
          )}
          <div class="form-actions">
            <Button>{title}</Button>
            <a href={questionPath(question)}>{x.t('questions.edit.cancel')}</a>
          </div>
        </Form>
      </Narrow>
    </Page>,
  )
}

/** POST /questions/:id/escalation */
export async function postEscalation(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  const read = readForm(escalationForm, x.body)
  if (!isId(id) || !read.ok) return missing
  const { on, note = null } = read.value
  const result = on
    ? await verification.escalateQuestion(askedBy(x), id, note)
    : await verification.withdrawEscalation(askedBy(x), id)
  return afterDeed(result, on ? 'escalated' : 'saved', refusing(x, `/questions/${id}`))
}

/** The question, when it is there for whoever looks and was not merged away. */
async function findStanding(x: MemberExchange, id: string): Promise<ReadQuestion | null> {
  return (await sightOfQuestion(x.db, x.viewer, id)) === 'seen' ? findQuestion(x.db, x.viewer, id) : null
}

async function verificationPage(x: MemberExchange, words: Words, problems: Words) {
  const { t, brand } = x
  const { id = '', answerId = '' } = x.params
  const [products, answer] = await Promise.all([
    listProducts(x.db),
    findDecidedPost(x.db, x.viewer, { kind: 'answer', questionId: id, id: answerId }),
  ])
  const title = t('questions.action.verify')
  return (
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <Title lead={t('questions.verification.lead', { brand: brand.name })}>{title}</Title>
        {answer && !answer.isRemoved && <AboutPost x={x} kind="answer" post={answer} />}
        <Form action={answerDeedPath(id, answerId, 'verification')}>
          <Radios
            name="verdict"
            legend={t('questions.verification.verdict')}
            value={words.verdict}
            error={problems.verdict}
            choices={(['verified', 'outdated', 'none'] as const).map((value) => ({
              value,
              label: t(`questions.verification.${value}`, { brand: brand.name }),
            }))}
          />
          <Field name="product" label={t('questions.verification.product')} error={problems.product} optional>
            <Select value={words.product} empty={t('questions.ask.product.empty')} choices={productChoices(products)} />
          </Field>
          <Field
            name="note"
            label={t('questions.verification.note')}
            hint={t('questions.verification.note.hint')}
            error={problems.note}
            optional
          >
            <TextArea rows={3} value={words.note} maxLength={2_000} />
          </Field>
          <div class="form-actions">
            <Button>{t('questions.edit.send')}</Button>
            <a href={answerPath(id, answerId)}>{t('questions.edit.cancel')}</a>
          </div>
        </Form>
      </Narrow>
    </Page>
  )
}
