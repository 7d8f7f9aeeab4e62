import { anyone, members } from '#community/permissions/doors.ts'
import { get, post } from '#community/routes.ts'
import { discardDraft, keepDraft, showDraft } from './drafts.ts'
import { describePicture, sendAttachment, takePicture } from './pictures.ts'
import { suggestMembers, suggestToInsert } from './suggestions.ts'
import { checkText, previewText } from './texts.tsx'

export const routes = [
  post('/text/preview', anyone, previewText, { limit: 'writing' }),
  post('/text/check', anyone, checkText, { limit: 'writing' }),
  get('/text/questions', anyone, suggestToInsert, { limit: 'suggestions' }),
  get('/members/suggestions', members, suggestMembers, { limit: 'suggestions' }),
  get('/drafts', anyone, showDraft),
  post('/drafts', anyone, keepDraft, { limit: 'writing' }),
  post('/drafts/removal', anyone, discardDraft, { limit: 'writing' }),
  post('/attachments', members, takePicture, { limit: 'upload', multipart: true }),
  post('/attachments/:id/alt', members, describePicture, { limit: 'writing' }),
  get('/attachments/:id/:name', anyone, sendAttachment),
]
