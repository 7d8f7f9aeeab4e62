import type { Capability } from '#community/capability.ts'
import type { NavigationEntry } from '#community/navigation.ts'
import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { page } from '#platform/http/reply.ts'
import { openApiDocument } from '../api/openapi.ts'
import { DocsPage } from './docs-page.tsx'
import { type Document, operationsOf } from './reference.ts'

export const apiDocsLink: NavigationEntry = { weight: 95, label: 'apidocs.link', path: '/api/docs' }

/** What programs find at /api/v1/openapi.json, for the people who write them. */
export function apiDocs(capabilities: readonly Capability[]): Route {
  const routes = capabilities.flatMap(({ api = [] }) => api)
  let document: Document | undefined
  return get(
    '/api/docs',
    anyone,
    (x) => {
      document ??= openApiDocument(routes, x.site.config.publicUrl) as unknown as Document
      return page(<DocsPage x={x} document={document} operations={operationsOf(document)} />)
    },
    { keptFor: { query: [] } },
  )
}
