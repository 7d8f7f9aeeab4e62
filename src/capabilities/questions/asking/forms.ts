import { z } from 'zod'
import { line, list, optional, text } from '#platform/http/forms.ts'

/** Of a body: PostgreSQL's own limit on the column is 64 KiB; letters outside ASCII take more than one byte. */
export const BODY_LENGTH = 30_000

export const questionForm = z.object({
  title: line(150),
  board: line(60),
  body: text(BODY_LENGTH),
  product: optional(line(120)),
  tags: optional(line(200)),
  keep: list(line(200), 20),
})

export const editForm = questionForm.omit({ board: true })

/** Product and version come as one choice, "zw-aero-6/2024". */
export function productAndVersion(choice: string | undefined): { product: string | null; version: string | null } {
  const [product = '', ...version] = (choice ?? '').split('/')
  return { product: product || null, version: version.join('/') || null }
}

export const tagNames = (tags: string | undefined): string[] =>
  (tags ?? '')
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
