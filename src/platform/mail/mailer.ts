import { createHash } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { Config } from '#platform/config/config.ts'
import type { Db } from '#platform/db/database.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import type { JobWork } from '#platform/jobs/worker.ts'
import type { Log } from '#platform/log/log.ts'
import {
  deleteOldMails,
  findMail,
  insertMail,
  type QueuedMail,
  updateFailed,
  updateNoted,
  updateSent,
} from './queries.ts'

export interface Mail {
  /** Names what is mailed to whom, e.g. "notice:answer:77:member:5": a mail with a known key is not queued again. */
  readonly messageKey: string
  readonly kind: string
  readonly memberId: string | null
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface MailerOptions {
  readonly db: Db
  readonly config: Pick<Config, 'demo' | 'smtpUrl' | 'mailFrom' | 'publicUrl'>
  readonly log: Log
  /** Asked just before sending: somebody may have unsubscribed, or be gone, while the mail waited. */
  readonly stillWanted?: (db: Db, mail: { kind: string; memberId: string | null }) => Promise<boolean>
}

const DELIVER = 'mail.deliver'
const FORGET = 'mail.forget'

export const mailCron = [{ name: FORGET, every: '40 4 * * *' }]

/** Queues mail with the deed that causes it, and sends it afterwards: by SMTP, or to the page or the log that shows it. */
export class Mailer {
  readonly #options: MailerOptions
  #transport: Promise<Transporter> | undefined

  constructor(options: MailerOptions) {
    this.#options = options
  }

  /** Where mail is delivered from, and not for each command beside it. */
  warnIfPrinted(): void {
    const { config, log } = this.#options
    if (config.smtpUrl || config.demo) return
    log.warn('SMTP_URL is not set: mail is not sent but printed here, with the codes that are in it')
  }

  /** In the deed's own transaction. Answers the id of the mail, or null when it was queued before. */
  async queue(db: Db, mail: Mail): Promise<string | null> {
    const subject = mail.subject.replace(/\s+/g, ' ').slice(0, 400)
    const id = await insertMail(db, { ...mail, subject })
    if (id !== null) await addJob(db, DELIVER, { id }, { key: `mail:${id}`, attempts: 14 })
    return id
  }

  /** Sends a queued mail, unless that was done. Throws when it should be tried again later. */
  async deliver(id: string): Promise<void> {
    const { db, log, config, stillWanted } = this.#options
    const mail = await findMail(db, id)
    if (!mail || mail.sentAt || mail.failedAt) return
    if (stillWanted && !(await stillWanted(db, mail)))
      return updateFailed(db, id, 'No longer wanted when it was its turn')
    if (config.smtpUrl) return this.#send(mail, config.smtpUrl)
    if (!config.demo) log.info(`Mail to ${mail.to}: ${mail.subject}\n\n${mail.text}\n`)
    await updateSent(db, id, { keepWords: true })
  }

  /** For the worker. */
  get jobs(): Record<string, JobWork> {
    return {
      [DELIVER]: (payload) => this.deliver((payload as { id: string }).id),
      [FORGET]: () => deleteOldMails(this.#options.db),
    }
  }

  async stop(): Promise<void> {
    ;(await this.#transport)?.close()
  }

  async #send(mail: QueuedMail, smtpUrl: string) {
    const { db, log } = this.#options
    try {
      this.#transport ??= openTransport(smtpUrl)
      await (await this.#transport).sendMail(this.#envelope(mail))
    } catch (error) {
      const failure = (error as Error).message
      if (!isRefused(error)) {
        await updateNoted(db, mail.id, failure)
        throw error
      }
      log.warn({ mailId: mail.id, kind: mail.kind }, 'A mail was refused for good')
      return updateFailed(db, mail.id, failure)
    }
    await updateSent(db, mail.id, { keepWords: false })
  }

  #envelope(mail: QueuedMail) {
    const { mailFrom, publicUrl } = this.#options.config
    return {
      from: mailFrom,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      date: mail.createdAt,
      // The same after a retry, so that a mail client folds two copies into one.
      messageId: `<${hashOf(mail.messageKey)}@${new URL(publicUrl).hostname}>`,
      headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }
  }
}

/** The library is loaded with the first mail: many processes never send one. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }
  return createTransport({ url, pool: true, maxConnections: 2, ...timeouts })
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 40)

/** The receiving side said no, now and for ever (5xx). A wrong password of ours, or a busy server, is worth another try. */
function isRefused(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string }
  return responseCode >= 500 && /^(RCPT TO|MAIL FROM|DATA)/.test(command)
}
