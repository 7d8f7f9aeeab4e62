import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { secret } from '#platform/config/secrets.ts'
import type { Db } from '#platform/db/database.ts'
import { formTokenFor } from '#platform/http/form-token.ts'
import { sessionOf } from './community/people.ts'
import { headersFor } from './load.ts'
import { memoryOf } from './memory.ts'

export interface LiveMeasured {
  readonly open: number
  readonly megabytes: number
  readonly reached: number
  /** From the moment the answer is sent until the last open page has heard of it. */
  readonly milliseconds: number
}

const PAGES = 1_000

/** A thousand open pages of one question, half of them of members; then somebody answers it. */
export async function measureLive(url: string, pid: number, dataDir: string, db: Db): Promise<LiveMeasured> {
  const { rows } = await sql<{ id: string }>`select id::text as id from questions
    where answer_count between 3 and 6 and closed_at is null
      and board_id in (select id from boards where access = 'everyone') order by id limit 1`.execute(db)
  const question = rows[0]?.id ?? ''
  await pause(1_500)
  const before = memoryOf(pid)
  const open = await openPages(url, question)
  await pause(2_000)
  const megabytes = memoryOf(pid) - before
  const began = performance.now()
  const heard = open.map((page) => page.heard.then(() => performance.now() - began))
  await answer(url, dataDir, question)
  const late = pause(10_000, null, { ref: false })
  const times = await Promise.all(heard.map((one) => Promise.race([one, late])))
  for (const page of open) page.close()
  const reached = times.filter((time) => time !== null)
  return { open: open.length, megabytes, reached: reached.length, milliseconds: Math.max(...reached) }
}

interface OpenPage {
  readonly heard: Promise<void>
  close(): void
}

async function openPages(url: string, question: string): Promise<OpenPage[]> {
  const pages: OpenPage[] = []
  for (let nth = 0; nth < PAGES; nth += 50) {
    const some = Array.from({ length: 50 }, (_, at) => openPage(url, question, nth + at))
    pages.push(...(await Promise.all(some)))
  }
  return pages
}

function openPage(url: string, question: string, nth: number): Promise<OpenPage> {
  return new Promise((resolve, reject) => {
    const headers = headersFor(nth % 2 === 0 ? nth : null)
    const asked: ClientRequest = get(`${url}/live?on=question:${question}`, { agent: false, headers }, (stream) => {
      if (stream.statusCode !== 200) return reject(new Error(`/live answers ${stream.statusCode}`))
      resolve({ heard: hears(stream, `question:${question}`), close: () => asked.destroy() })
    })
    asked.on('error', (error) => reject(error))
  })
}

function hears(stream: IncomingMessage, tag: string): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', () => {})
    stream.on('data', (part: Buffer) => {
      if (part.toString().includes(tag)) resolve()
    })
  })
}

async function answer(url: string, dataDir: string, question: string): Promise<void> {
  const member = 1_999
  const form = new URLSearchParams({
    _token: formTokenFor(secret(dataDir, 'forms'), sessionOf(member)),
    _once: `bench-live-${Date.now()}`,
    body: 'Dit antwoord moet duizend open pagina’s bereiken, en wel meteen.',
  })
  const headers = { ...headersFor(member), 'sec-fetch-site': 'same-origin' }
  const answered = await fetch(`${url}/questions/${question}/answers`, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  })
  if (answered.status !== 303) throw new Error(`The answer was not taken: ${answered.status}`)
}
