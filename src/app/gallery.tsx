import { Page } from '#community/page.tsx'
import { anyone } from '#community/permissions/doors.ts'
import { get } from '#community/routes.ts'
import { missing, page } from '#platform/http/reply.ts'
import { Gallery } from '#ui/gallery/gallery.tsx'

/** Every element in every state, for builders: only in the demo. */
export const galleryRoute = get('/dev/ui', anyone, (x) => {
  if (!x.site.config.demo) return missing
  return page(
    <Page x={x} title="UI" robots="noindex">
      <Gallery />
    </Page>,
  )
})
