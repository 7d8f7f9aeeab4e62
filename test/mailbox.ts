import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  readonly url: string
  readonly mails: ParsedMail[]
  /** Answers for the next mails, instead of taking them. */
  readonly refuse: (responseCode: number, times: number) => void
  readonly close: () => Promise<void>
}

/** A real mail server that keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = []
  const refusals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, callback) {
      const responseCode = refusals.shift()
      callback(responseCode ? Object.assign(new Error('Not now'), { responseCode }) : null)
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        mails.push(mail)
        callback()
      }, callback)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (responseCode, times) => refusals.push(...Array.from({ length: times }, () => responseCode)),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
