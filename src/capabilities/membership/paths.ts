const withReturn = (path: string, returnTo?: string) =>
  returnTo && returnTo !== '/' ? `${path}?returnTo=${encodeURIComponent(returnTo)}` : path

export const signInPath = (returnTo?: string) => withReturn('/sign-in', returnTo)
export const signInCodePath = '/sign-in/code'
export const signUpPath = (returnTo?: string) => withReturn('/sign-up', returnTo)
export const codePath = '/code'
export const joinPath = '/sign-up/name'
export const signOutPath = '/sign-out'
export const forgottenPath = '/forgotten-password'
export const newPasswordPath = '/new-password'
export const newPasswordLink = (publicUrl: string, token: string) => `${publicUrl}${newPasswordPath}?token=${token}`
export const memberPath = (handle: string) => `/members/${handle}`
export const memberBlockPath = (handle: string) => `/members/${handle}/block`
export const accountPath = '/account'
export const avatarPath = '/account/avatar'
export const avatarRemovalPath = '/account/avatar/removal'
export const signInSettingsPath = '/account/sign-in'
export const passwordPath = '/account/password'
export const emailPath = '/account/email'
export const emailConfirmationPath = '/account/email/confirmation'
export const emailConfirmationLink = (publicUrl: string, token: string) =>
  `${publicUrl}${emailConfirmationPath}?token=${token}`
export const sessionsEndPath = '/account/sessions/end'
export const languagePath = '/language'
export const setupPath = '/setup'
