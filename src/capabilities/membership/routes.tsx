import { anyone, members, membersEvenBlocked, moderators } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import {
  askForEmailChange,
  changeAvatar,
  changeProfile,
  dropAvatar,
  endSessions,
  savePassword,
  showAccount,
  showSignInSettings,
} from './account-handlers.tsx'
import {
  askForReset,
  becomeMember,
  enterCode,
  leave,
  mailSignInCode,
  mailSignUpCode,
  openCommunity,
  saveNewPassword,
  showCode,
  showForgotten,
  showJoin,
  showNewPassword,
  showResetSent,
  showSetup,
  showSignIn,
  showSignUp,
  signIn,
} from './entry-handlers.tsx'
import {
  blockOrUnblock,
  confirmEmail,
  showChanged,
  showEmailConfirmation,
  showHalf,
  showMember,
  switchLanguage,
} from './member-handlers.tsx'

export const routes: Route[] = [
  get('/sign-in', anyone, showSignIn),
  post('/sign-in', anyone, signIn, { limit: 'sign-in' }),
  post('/sign-in/code', anyone, mailSignInCode, { limit: 'sign-in' }),
  get('/sign-up', anyone, showSignUp),
  post('/sign-up', anyone, mailSignUpCode, { limit: 'sign-up-mail' }),
  get('/code', anyone, showCode),
  post('/code', anyone, enterCode, { limit: 'code' }),
  get('/sign-up/name', anyone, showJoin),
  post('/sign-up/name', anyone, becomeMember, { limit: 'code' }),
  post('/sign-out', anyone, leave),

  get('/forgotten-password', anyone, showForgotten),
  post('/forgotten-password', anyone, askForReset, { limit: 'sign-in' }),
  get('/forgotten-password/sent', anyone, showResetSent),
  get('/new-password', anyone, showNewPassword),
  post('/new-password', anyone, saveNewPassword, { limit: 'sign-in' }),

  get('/members/:handle', anyone, showMember, { keptFor: { query: [] } }),
  post('/members/:handle/block', moderators, blockOrUnblock),
  post('/language', anyone, switchLanguage),

  get('/account', membersEvenBlocked, showAccount),
  post('/account', members, changeProfile, { limit: 'editing' }),
  post('/account/avatar', members, changeAvatar, { limit: 'upload', multipart: true }),
  post('/account/avatar/removal', members, dropAvatar),
  get('/account/sign-in', membersEvenBlocked, showSignInSettings),
  post('/account/password', membersEvenBlocked, savePassword),
  post('/account/email', membersEvenBlocked, askForEmailChange),
  get('/account/email/confirmation', anyone, showEmailConfirmation),
  post('/account/email/confirmation', anyone, confirmEmail, { limit: 'code' }),
  get('/account/email/half', anyone, showHalf),
  get('/account/email/changed', anyone, showChanged),
  post('/account/sessions/end', membersEvenBlocked, endSessions),

  get('/setup', anyone, showSetup),
  post('/setup', anyone, openCommunity, { limit: 'setup' }),
]
