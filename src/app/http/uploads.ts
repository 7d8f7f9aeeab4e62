import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from '#community/exchange.ts'

/** Reads a form with files: its fields become the body as those of any form, its files are handed out beside. */
export async function readParts(request: FastifyRequest, takesFiles: boolean): Promise<UploadedFile[]> {
  const fields: Record<string, unknown> = Object.create(null)
  const files: UploadedFile[] = []
  for await (const part of wholeParts(request)) {
    if (part.type === 'field') addField(fields, part.fieldname, part.value)
    else if (takesFiles) {
      const bytes = await part.toBuffer()
      if (bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes })
    } else part.file.resume()
  }
  request.body = fields
  return files
}

/** A form that ends in the middle or has no boundary was not sent by a browser: the sender's mistake, not ours. */
async function* wholeParts(request: FastifyRequest) {
  try {
    yield* request.parts()
  } catch (error) {
    const { statusCode } = error as { statusCode?: number }
    throw statusCode
      ? error
      : Object.assign(new Error('The form could not be read', { cause: error }), { statusCode: 400 })
  }
}

/** A field given twice is a list, as with other forms, so that a check and the deed see one and the same value. */
function addField(fields: Record<string, unknown>, name: string, value: unknown): void {
  const before = fields[name]
  if (before === undefined) fields[name] = value
  else fields[name] = Array.isArray(before) ? [...before, value] : [before, value]
}
