import { betterAuth } from 'better-auth'
import { hashingAdapter } from './adapter.ts'
import { isThroughGate, SESSION_DAYS } from './library.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { newToken } from './secrets-at-rest.ts'

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

export const signInLibrary = betterAuth({
  // Nothing is signed or sealed with it: cookies and links are ours, and its HTTP handler is not mounted.
  secret: newToken(),
  baseURL: 'http://localhost',
  database: hashingAdapter,
  user: { modelName: 'auth_users', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'auth_sessions',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
    expiresIn: SESSION_DAYS * 24 * 60 * 60,
  },
  account: {
    modelName: 'auth_accounts',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  verification: {
    modelName: 'auth_verifications',
    fields: { expiresAt: 'expires_at', ...times },
    storeIdentifier: 'hashed',
  },
  emailAndPassword: {
    enabled: true,
    minPasswordLength: 10,
    password: {
      hash: hashPassword,
      verify: ({ hash, password }) => verifyPassword(hash, password),
    },
  },
  databaseHooks: { session: { create: { before: async () => isThroughGate() } } },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
})
