import { anyone, members, moderators, staff } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import { postAcceptance, postNotSolved, postThanks, postWorked } from './acceptance/handlers.tsx'
import {
  postAnswer,
  postAnswerDeletion,
  postAnswerEdit,
  showAnswerDeletion,
  showAnswerEdit,
} from './answers/handlers.tsx'
import { postDeletion, postEdit, postQuestion, showAskPage, showDeletion, showEditPage } from './asking/handlers.tsx'
import {
  postComment,
  postCommentDeletion,
  postCommentEdit,
  showCommentDeletion,
  showCommentEdit,
} from './comments/handlers.tsx'
import { postProposal, postRejection, showProposing, showRejection } from './duplicate-proposals/handlers.tsx'
import { feedRoutes } from './feeds/routes.ts'
import { postDecision, showDecision } from './keeping/handlers.tsx'
import { listQuery } from './list/forms.ts'
import { showList } from './list/handlers.tsx'
import {
  besidesReading,
  countVisitor,
  findAnswerPage,
  findCommentPage,
  questionQuery,
  showLiveParts,
  showQuestion,
} from './reading/handlers.tsx'
import { showAnswerHistory, showCommentHistory, showQuestionHistory } from './reading/history.tsx'
import { showPreview } from './reading/preview.ts'
import { postOutcome, showOutcome } from './reminders/handlers.tsx'
import { postFollowing, postSame } from './same/handlers.tsx'
import { postEscalation, postVerification, showEscalation, showVerification } from './verification/handlers.tsx'

const q = '/questions/:id'
const answer = `${q}/answers/:answerId`
const comment = `${q}/comments/:commentId`
const proposals = `${q}/duplicate-proposals`

export const routes: readonly Route[] = [
  ...feedRoutes,
  get('/questions', anyone, showList, { keptFor: { query: listQuery } }),
  get('/questions/new', anyone, showAskPage),
  post('/questions', anyone, postQuestion),

  get(q, anyone, showQuestion, { keptFor: { query: questionQuery, unless: ['quote'] } }),
  get(`${q}/:slug`, anyone, showQuestion, {
    keptFor: { query: questionQuery, unless: ['quote'], onSeen: countVisitor },
    besides: besidesReading,
  }),
  get(`${q}/preview.png`, anyone, showPreview, { limit: 'picture' }),
  get(`${q}/live`, anyone, showLiveParts, { keptFor: { query: questionQuery }, besides: besidesReading }),
  get(`${q}/history`, anyone, showQuestionHistory),
  get(`${q}/edit`, members, showEditPage),
  post(`${q}/edit`, members, postEdit, { pace: 'rewriting' }),
  get(`${q}/deletion`, members, showDeletion),
  post(`${q}/deletion`, members, postDeletion),

  post(`${q}/answers`, members, postAnswer),
  get(answer, anyone, findAnswerPage),
  get(`${answer}/history`, anyone, showAnswerHistory),
  get(`${answer}/edit`, members, showAnswerEdit),
  post(`${answer}/edit`, members, postAnswerEdit, { pace: 'rewriting' }),
  get(`${answer}/deletion`, members, showAnswerDeletion),
  post(`${answer}/deletion`, members, postAnswerDeletion),

  post(`${q}/comments`, members, postComment),
  get(comment, anyone, findCommentPage),
  get(`${comment}/history`, anyone, showCommentHistory),
  get(`${comment}/edit`, members, showCommentEdit),
  post(`${comment}/edit`, members, postCommentEdit, { pace: 'rewriting' }),
  get(`${comment}/deletion`, members, showCommentDeletion),
  post(`${comment}/deletion`, members, postCommentDeletion),

  post(`${q}/acceptance`, members, postAcceptance),
  post(`${q}/not-solved`, members, postNotSolved),
  post(`${answer}/worked`, members, postWorked, { limit: 'thanks' }),
  post(`${answer}/thanks`, members, postThanks, { limit: 'thanks' }),
  post(`${q}/same`, members, postSame, { limit: 'thanks' }),
  post(`${q}/following`, members, postFollowing),
  get('/outcomes/:token', anyone, showOutcome),
  post('/outcomes/:token', anyone, postOutcome),

  get(`${answer}/verification`, staff, showVerification),
  post(`${answer}/verification`, staff, postVerification),
  get(`${q}/escalation`, staff, showEscalation),
  post(`${q}/escalation`, staff, postEscalation),
  get(proposals, members, showProposing, { limit: 'search' }),
  post(proposals, members, postProposal, { limit: 'search' }),
  get(`${proposals}/:proposalId/rejection`, moderators, showRejection),
  post(`${proposals}/:proposalId/rejection`, moderators, postRejection),
  get(`${q}/keeping/:deed`, moderators, showDecision),
  post(`${q}/keeping/:deed`, moderators, postDecision),
]
