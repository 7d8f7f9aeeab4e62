import type { Exchange } from '#community/exchange.ts'
import { Notice } from '#ui/elements/notice.tsx'
import { Time } from '#ui/elements/time.tsx'
import { questionPath } from '../paths.ts'
import type { ReadMark, ReadQuestion } from '../reading/queries.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { LivePart } from './live-part.tsx'
import { ProposalNotice } from './proposal-notice.tsx'

/** What everybody must know before reading on: hidden, closed, duplicate, looked into, not solved after all. */
export function QuestionStanding({ x, reading: { question, proposals } }: { x: Exchange; reading: QuestionReading }) {
  return (
    <LivePart x={x} question={question} id="question-standing">
      <Notices x={x} question={question} />
      {proposals.map((proposal) => (
        <ProposalNotice x={x} proposal={proposal} key={proposal.id} />
      ))}
    </LivePart>
  )
}

function Notices({ x, question }: { x: Exchange; question: ReadQuestion }) {
  const { t, brand } = x
  const standing = (kind: ReadMark['kind']) => question.marks.findLast((mark) => mark.kind === kind)
  const escalated = standing('escalated')
  const notSolved = question.state === 'not-solved' && standing('not-solved')
  const outdated = question.marks.find((mark) => mark.kind === 'outdated' && mark.answerId === null)
  return (
    <>
      {question.deletedAt && <Notice tone="warn">{t('questions.standing.deleted')}</Notice>}
      {question.hiddenAt && (
        <Notice tone="warn" title={t('questions.standing.hidden')}>
          {question.hiddenReason}
        </Notice>
      )}
      {question.state === 'duplicate' && (
        <Notice tone="info">
          {question.duplicateOf
            ? t.rich('questions.standing.duplicate', {
                question: <a href={questionPath(question.duplicateOf)}>{question.duplicateOf.title}</a>,
              })
            : t('questions.standing.duplicateOfUnknown')}
        </Notice>
      )}
      {escalated && (
        <Notice tone="info" title={t('questions.standing.escalated', { brand: brand.name })}>
          {escalated.note} {t('questions.standing.escalatedBy', { name: escalated.name })}{' '}
          <Time at={escalated.madeAt} />
        </Notice>
      )}
      {notSolved && (
        <Notice tone="warn">
          {t('questions.standing.notSolved', { name: notSolved.name })} <Time at={notSolved.madeAt} />
        </Notice>
      )}
      {outdated && <Notice tone="warn">{outdated.note ?? t('questions.standing.outdated')}</Notice>}
      {question.closedAt && (
        <Notice tone="info" title={t('questions.standing.closed')}>
          {question.closedReason}
        </Notice>
      )}
    </>
  )
}
