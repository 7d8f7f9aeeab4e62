import type { Operation, Parameter } from './reference.ts'

/** The request as one types it into a terminal; the key comes from the environment, not from the history of the shell. */
export function curlFor(operation: Operation, base: string): string {
  const { method, needsKey, parameters, body } = operation
  const once = parameters.find((parameter) => parameter.in === 'header')
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(addressOf(operation, base))}`,
    ...(needsKey ? ['-H "Authorization: Bearer $ONDERLING_KEY"'] : []),
    ...(once ? [`-H ${quoted(`${once.name}: ${exampleOf(once)}`)}`] : []),
    ...(body ? ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body.example))}`] : []),
  ].join(' \\\n  ')
}

function addressOf({ path, parameters }: Operation, base: string): string {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((so, parameter) => so.replace(`{${parameter.name}}`, encodeURIComponent(exampleOf(parameter))), path)
  const asked = parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  const query = new URLSearchParams(asked.map((parameter) => [parameter.name, exampleOf(parameter)]))
  return `${base}${filled}${query.size > 0 ? `?${query}` : ''}`
}

function exampleOf({ name, example, schema }: Parameter): string {
  return String(example ?? schema.example ?? schema.examples?.[0] ?? schema.enum?.[0] ?? name)
}

/** As one word for the shell, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
