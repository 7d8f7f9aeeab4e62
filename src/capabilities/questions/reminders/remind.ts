import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { type Brand, findBrand, unnamedBrand } from '#community/brand/brand.ts'
import { mailLayout, unlinked } from '#community/mail/mail-layout.tsx'
import { oneClickHeaders, unsubscribeUrl } from '#community/notices/unsubscribing.ts'
import type { Site } from '#community/site.ts'
import { membersWhoSee } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { translator } from '#platform/i18n/translate.ts'
import { writeOutcomeToken } from './outcome-token.ts'
import { type DueReminder, findTopAnswer, insertReminder, listDueReminders } from './queries.ts'

const BATCH = 100

/** Asks askers of questions without outcome whether it was solved. Run it as often as one likes: nobody is asked twice. */
export async function sendReminders(site: Site): Promise<number> {
  const due = await listDueReminders(site.db, BATCH)
  const brand = (await findBrand(site.db)) ?? unnamedBrand
  let sent = 0
  for (const reminder of due) {
    const isSent = await deed(site, (db) => remind(db, site, brand, reminder))
    if (isSent) sent += 1
  }
  return sent
}

async function remind(db: Db, site: Site, brand: Brand, reminder: DueReminder): Promise<boolean> {
  const { questionId, askerId, nth, email } = reminder
  // Claimed first, also where nothing can be sent: what is never sent must not stand in the way of the others.
  if (!(await insertReminder(db, questionId, nth))) return false
  if (!(await membersWhoSee(db, questionId, [askerId])).has(askerId)) return false
  const answer = await findTopAnswer(db, questionId)
  if (!answer) return false
  const unsubscribe = unsubscribeUrl(site, askerId, 'reminder')
  await site.mailer.queue(db, {
    ...letterTo(site, brand, reminder, answer, unsubscribe),
    messageKey: `reminder:${questionId}:${nth}`,
    kind: 'reminder',
    memberId: askerId,
    to: email,
    headers: oneClickHeaders(site, unsubscribe),
  })
  const about = { subjectKind: 'question', subjectId: questionId, questionId }
  await record(db, { ...about, kind: 'question.outcome-asked', actorId: null, facts: { nth } })
  return true
}

type TopAnswer = NonNullable<Awaited<ReturnType<typeof findTopAnswer>>>

function letterTo(site: Site, brand: Brand, reminder: DueReminder, answer: TopAnswer, unsubscribe: string) {
  const { questionId, askerId, name, title } = reminder
  const language = (reminder.language ?? brand.language) as Language
  const t = translator(language, brand.addressForm)
  const linkFor = (act: 'solved' | 'not-solved', answerId: string | null) => {
    const token = writeOutcomeToken(site.secret('links'), { questionId, askerId, act, answerId }, site.now())
    return `${site.config.publicUrl}/outcomes/${token}`
  }
  const plain = { title: unlinked(title), name: unlinked(name), helper: unlinked(answer.authorName) }
  const letter = {
    subject: t('questions.reminder.subject', plain),
    greeting: t('questions.reminder.greeting', plain),
    paragraphs: [t('questions.reminder.lead', plain)],
    quote: unlinked(answer.excerpt),
    button: { label: t('questions.reminder.solved', plain), url: linkFor('solved', answer.id) },
    after: [t('questions.reminder.page')],
    why: t('questions.reminder.why'),
    links: [
      { label: t('questions.reminder.notSolved'), url: linkFor('not-solved', null) },
      { label: t('questions.reminder.look'), url: `${site.config.publicUrl}/questions/${questionId}` },
      { label: t('questions.reminder.stop'), url: unsubscribe },
    ],
  }
  return mailLayout(letter, brand, language)
}
