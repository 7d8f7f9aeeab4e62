import { sql } from 'kysely'
import { secret } from '#platform/config/secrets.ts'
import type { Db } from '#platform/db/database.ts'
import { formTokenFor } from '#platform/http/form-token.ts'
import { sessionOf } from './community/people.ts'
import { figuresOf, headersFor, type Measured, run } from './load.ts'

const WRITERS = 8

export interface Written extends Measured {
  /** Answers that were acknowledged and cannot be found, or stand there without activity. */
  readonly lost: number
}

/**
 * Eight writers send the form of the page, each time as another member to another question. Afterwards the rows are
 * counted: what was acknowledged must be there, each with its activity.
 */
export async function measureAnswers(url: string, dataDir: string, db: Db, amount: number): Promise<Written> {
  const { rows } = await sql<{ id: string }>`select id::text as id from questions
    where closed_at is null and hidden_at is null and deleted_at is null and merged_into_id is null and answer_count < 40
      and board_id in (select id from boards where access = 'everyone') order by id limit 8000`.execute(db)
  const forms = secret(dataDir, 'forms')
  const before = await counted(db)
  let nth = 0
  const began = performance.now()
  let ended = began
  const result = await run({
    url,
    connections: WRITERS,
    amount,
    // Autocannon looks once a second whether all is done: too coarse for what takes a few.
    setupClient: (client) => {
      client.on('response', () => {
        ended = performance.now()
      })
    },
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const member = nth % 2_000
          const question = rows[nth % rows.length]?.id
          const body = new URLSearchParams({
            _token: formTokenFor(forms, sessionOf(member)),
            _once: `bench-${Date.now()}-${nth}`,
            body: bodyOf(nth++),
          })
          return {
            ...request,
            path: `/questions/${question}/answers`,
            headers: {
              ...headersFor(member),
              'content-type': 'application/x-www-form-urlencoded',
              'sec-fetch-site': 'same-origin',
            },
            body: body.toString(),
          }
        },
      },
    ],
  })
  const after = await counted(db)
  const acknowledged = result['3xx']
  const found = Math.min(after.answers - before.answers, after.activity - before.activity)
  const failures = result.errors + result.timeouts + result['4xx'] + result['5xx'] + result['2xx']
  return {
    ...figuresOf(result),
    failures,
    perSecond: acknowledged / ((ended - began) / 1_000),
    lost: Math.max(0, acknowledged - found),
  }
}

async function counted(db: Db): Promise<{ answers: number; activity: number }> {
  const { rows } = await sql<{ answers: number; activity: number }>`select
    (select count(*)::int from answers) as answers,
    (select count(*)::int from activity where kind = 'answer.posted') as activity`.execute(db)
  return rows[0] ?? { answers: 0, activity: 0 }
}

const bodyOf = (nth: number) =>
  `Bij mij was het na ${nth} keer proberen de thermostaat in de gang. Zet hem een graad lager, wacht een uur en kijk dan ` +
  'opnieuw naar de meter. Blijft het verbruik hoog, dan ligt het aan de pomp en niet aan de regeling. Veel succes ermee, ' +
  'en laat hier even weten of het hielp, dan weet de volgende het ook.'
