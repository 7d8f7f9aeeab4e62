/** What every line of the API shares: problems and headers. */
export const problemSchema = {
  type: 'object',
  description: 'Problem document (RFC 9457). Decide by `code`: the words are for people and follow Accept-Language.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'detail'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
}

const whole = (description: string) => ({ description, schema: { type: 'integer', minimum: 0 } })

export const limitHeaders = {
  'ratelimit-limit': whole('Requests in the present window.'),
  'ratelimit-remaining': whole('Requests left in it.'),
  'ratelimit-reset': whole('Seconds until it begins anew.'),
}

const problems: Record<number, [code: string, title: string, detail: string]> = {
  400: ['invalid-query', 'Cannot be read', 'The address or the body cannot be read.'],
  401: ['key-unknown', 'Key needed', 'A key is missing, unknown or revoked, or its member is blocked.'],
  403: ['scope-missing', 'Not allowed', 'The key lacks the scope, or its member may not do this.'],
  404: ['not-found', 'Not found', 'This does not exist, or it is not yours to see.'],
  409: [
    'closed',
    'Not possible now',
    'What it is about does not allow this now, or an earlier request is still at work.',
  ],
  413: ['too-large', 'Too large', 'The request is too large: at most 1 MiB.'],
  415: ['media-type', 'JSON only', 'Send JSON, with Content-Type application/json.'],
  422: ['invalid-body', 'Does not fit', 'Not everything fits, or the Idempotency-Key was used for another request.'],
  429: ['too-many-requests', 'Too many requests', 'Wait as long as Retry-After says.'],
  500: ['broken', 'Something went wrong', 'Mention the number in the words when you report it.'],
  503: ['unavailable', 'Not available for a moment', 'Try again shortly.'],
}

export const commonResponses = Object.fromEntries(
  Object.entries(problems).map(([status, [code, title, description]]) => {
    const type = `urn:problem-type:onderling:${code}`
    const example = { type, title, status: Number(status), code, detail: description }
    const schema = { $ref: '#/components/schemas/Problem' }
    const waits = { 'retry-after': { description: 'Seconds to wait.', schema: { type: 'integer' } } }
    const asks = { 'www-authenticate': { description: 'How to show a key.', schema: { type: 'string' } } }
    const headers = status === '401' ? asks : ['409', '429', '503'].includes(status) ? waits : {}
    return [`Problem${status}`, { description, headers, content: { 'application/problem+json': { schema, example } } }]
  }),
)
