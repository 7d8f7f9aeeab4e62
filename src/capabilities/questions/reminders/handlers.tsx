import type { Exchange } from '#community/exchange.ts'
import { findActorById } from '#community/members/sessions.ts'
import { Page } from '#community/page.tsx'
import { missing, page, type Reply } from '#platform/http/reply.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Prose } from '#ui/elements/prose.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { acceptAnswer, sayNotSolved, withdrawAcceptance, withdrawNotSolved } from '../acceptance/actions.ts'
import type { Asked, DeedResult } from '../deed-result.ts'
import { questionPath } from '../paths.ts'
import { findQuestion, listAnswers, type ReadAnswer, type ReadQuestion } from '../reading/queries.ts'
import { type OutcomeAct, readOutcomeToken } from './outcome-token.ts'

interface Opened {
  readonly act: OutcomeAct
  readonly asked: Asked
  readonly question: ReadQuestion
  readonly answer: ReadAnswer | null
}

/** GET /outcomes/:token — mail scanners follow links: looking changes nothing. */
export async function showOutcome(x: Exchange): Promise<Reply> {
  const opened = await open(x)
  return opened ? page(<OutcomePage x={x} opened={opened} said={null} />) : expired(x)
}

/** POST /outcomes/:token — the one button, or undoing it. */
export async function postOutcome(x: Exchange): Promise<Reply> {
  const opened = await open(x)
  if (!opened) return expired(x)
  const isUndoing = (x.body as { undo?: unknown } | null)?.undo === 'true'
  const result = isUndoing ? await undo(opened) : await carryOut(opened)
  if (result.outcome !== 'done') return missing
  return page(<OutcomePage x={x} opened={opened} said={isUndoing ? 'undone' : 'done'} />)
}

/** Bound to asker, question and act: it shows what the asker may still see, and opens no session. */
async function open(x: Exchange): Promise<Opened | null> {
  const act = readOutcomeToken(x.site.secret('links'), x.params.token ?? '', x.now)
  const actor = act && (await findActorById(x.db, act.askerId))
  if (!act || !actor || actor.blockedAt) return null
  const question = await findQuestion(x.db, actor, act.questionId)
  if (!question || question.hiddenAt || question.deletedAt || question.mergedIntoId) return null
  if (question.author.id !== actor.id) return null
  const [answer = null] = act.answerId ? await listAnswers(x.db, question, 'useful', { only: act.answerId }) : []
  if (act.answerId && (!answer || answer.hiddenAt || answer.deletedAt)) return null
  return { act, asked: { site: x.site, brand: x.brand, actor }, question, answer }
}

function carryOut({ act, asked, question }: Opened): Promise<DeedResult> {
  return act.act === 'solved' && act.answerId
    ? acceptAnswer(asked, question.id, act.answerId)
    : sayNotSolved(asked, question.id)
}

function undo({ act, asked, question }: Opened): Promise<DeedResult> {
  return act.act === 'solved' && act.answerId
    ? withdrawAcceptance(asked, question.id, act.answerId)
    : withdrawNotSolved(asked, question.id)
}

function expired(x: Exchange): Reply {
  return page(
    <Page x={x} title={x.t('questions.outcome.expired')} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t('questions.outcome.expired.lead')}>{x.t('questions.outcome.expired')}</Title>
      </Narrow>
    </Page>,
    404,
  )
}

function OutcomePage({ x, opened, said }: { x: Exchange; opened: Opened; said: 'done' | 'undone' | null }) {
  const { act, question, answer } = opened
  const { t } = x
  return (
    <Page x={x} title={question.title} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={t(`questions.outcome.${act.act}.lead`)}>{question.title}</Title>
        {answer && (
          <section class="answer">
            <p class="quiet">{t('questions.outcome.by', { name: answer.author.name })}</p>
            <Prose html={answer.html} />
          </section>
        )}
        {said && (
          <Notice tone="success" role="status">
            {t(`questions.outcome.${act.act}.${said}`)}
          </Notice>
        )}
        <Form action={`/outcomes/${x.params.token}`} data-turbo="false">
          {said === 'done' && <input type="hidden" name="undo" value="true" />}
          <div class="form-actions">
            <Button size="large" look={said === 'done' ? 'secondary' : 'primary'}>
              {t(said === 'done' ? 'questions.outcome.undo' : `questions.outcome.${act.act}.button`)}
            </Button>
            <a href={questionPath(question)}>{t('questions.outcome.look')}</a>
          </div>
        </Form>
      </Narrow>
    </Page>
  )
}
