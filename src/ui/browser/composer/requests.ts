/** What a request to our own server needs to be believed: the token that the form carries. */
export function tokenOf(form: HTMLFormElement | null): Record<string, string> {
  const token = form?.querySelector<HTMLInputElement>('input[name="_token"]')?.value
  return token ? { 'x-form-token': token } : {}
}

export async function postJson(
  form: HTMLFormElement | null,
  path: string,
  body: unknown,
  more: RequestInit = {},
): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...tokenOf(form) },
    body: JSON.stringify(body),
    redirect: 'error',
    ...more,
  })
}

export async function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' }, redirect: 'error', signal })
    return response.ok ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}

export interface Sent {
  /** 0 when nothing came back. */
  readonly status: number
  readonly answer: Record<string, unknown>
}

/** A file with its progress, which fetch does not tell. */
export function sendFile(
  form: HTMLFormElement | null,
  path: string,
  file: File,
  onProgress: (percent: number) => void,
): { done: Promise<Sent>; stop: () => void } {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append('file', file, file.name || 'foto.png')
  request.open('POST', path)
  for (const [name, value] of Object.entries(tokenOf(form))) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? (loaded / total) * 100 : 0))
  const done = new Promise<Sent>((settle) => {
    request.addEventListener('loadend', () => settle({ status: request.status, answer: answerOf(request) }))
  })
  request.send(body)
  return { done, stop: () => request.abort() }
}

function answerOf(request: XMLHttpRequest): Record<string, unknown> {
  try {
    return JSON.parse(request.responseText) as Record<string, unknown>
  } catch {
    return {}
  }
}
