/** PostgreSQL refuses a notification of 8000 bytes or more. */
const LIMIT = 7_900

/** One line with the sender, then one tag per line; split over as many payloads as needed. */
export function payloadsOf(sender: string, tags: readonly string[]): string[] {
  const payloads: string[] = []
  let lines = sender
  for (const tag of tags) {
    if (Buffer.byteLength(lines) + Buffer.byteLength(tag) + 1 > LIMIT) {
      payloads.push(lines)
      lines = sender
    }
    lines += `\n${tag}`
  }
  return [...payloads, lines]
}

export function readPayload(payload: string): { sender: string; tags: string[] } | undefined {
  const [sender, ...tags] = payload.split('\n')
  return sender && tags.length > 0 ? { sender, tags } : undefined
}
