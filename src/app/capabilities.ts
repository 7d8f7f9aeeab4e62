import { membership } from '#capabilities/membership/index.ts'
import { notifications } from '#capabilities/notifications/index.ts'
import { mailStillWanted } from '#capabilities/notifications/mailing.ts'
import { privacy } from '#capabilities/privacy/index.ts'
import { questions } from '#capabilities/questions/index.ts'
import { readiness } from '#capabilities/readiness/index.ts'
import { search } from '#capabilities/search/index.ts'
import { settings } from '#capabilities/settings/index.ts'
import { transfer } from '#capabilities/transfer/index.ts'
import { writing } from '#capabilities/writing/index.ts'
import type { Capability } from '#community/capability.ts'

const told: readonly Capability[] = [membership, questions, search, settings, writing, transfer, privacy, readiness]

/** The one list of what Onderling can do. */
export const capabilities: readonly Capability[] = [...told, notifications(told)]

/** Asked just before a mail leaves. */
export const stillWanted = mailStillWanted(told.flatMap(({ notices = [] }) => notices))
