import { randomUUID } from 'node:crypto'

/** The one-time key of a form that makes something: sent twice, it makes one. */
export const onceKey = (): string => randomUUID()
