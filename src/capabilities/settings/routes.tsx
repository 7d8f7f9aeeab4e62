import { moderators, settingsKeepers } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import {
  dropListed,
  placeBoard,
  postArchive,
  postBoard,
  postListed,
  saveBoard,
  showBoard,
  showBoards,
  showNewBoard,
} from './boards/handlers.tsx'
import {
  dropLogo,
  saveHue,
  saveLogo,
  saveNaming,
  savePattern,
  showBrand,
  showPreview,
  tryPattern,
} from './brand/handlers.tsx'
import { upBy } from './handling.ts'
import { postBlock, showPeople, showPerson } from './people/handlers.tsx'
import {
  dropVersion,
  placeProduct,
  placeVersion,
  postProduct,
  postProductArchive,
  postVersion,
  saveProduct,
  saveVersion,
  showProduct,
  showProducts,
} from './products/handlers.tsx'
import { saveMemberRoles, showMemberRoles, showRoles } from './roles/handlers.tsx'
import { dropTag, postMerge, saveTag, showTag, showTags } from './tags/handlers.tsx'
import {
  dropPrompt,
  placePrompt,
  postPrompt,
  saveGuidance,
  savePrompt,
  showPrompt,
  showTemplate,
} from './templates/handlers.tsx'

const settings = '/manage/settings'
const board = `${settings}/boards/:id`
const template = `${board}/template`
const prompt = `${template}/prompts/:promptId`
const product = `${settings}/products/:id`
const version = `${product}/versions/:versionId`
const tag = `${settings}/tags/:id`

export const routes: readonly Route[] = [
  get(settings, settingsKeepers, showBrand),
  post(`${settings}/naming`, settingsKeepers, saveNaming),
  post(`${settings}/hue`, settingsKeepers, saveHue),
  post(`${settings}/logo`, settingsKeepers, saveLogo, { limit: 'upload', multipart: true }),
  post(`${settings}/logo/removal`, settingsKeepers, dropLogo),
  post(`${settings}/customer-numbers`, settingsKeepers, savePattern),
  post(`${settings}/customer-numbers/trial`, settingsKeepers, tryPattern),
  get(`${settings}/preview/:file`, settingsKeepers, showPreview),

  get(`${settings}/boards`, settingsKeepers, showBoards),
  post(`${settings}/boards`, settingsKeepers, postBoard),
  get(`${settings}/boards/new`, settingsKeepers, showNewBoard),
  get(board, settingsKeepers, showBoard),
  post(board, settingsKeepers, saveBoard),
  post(`${board}/place`, settingsKeepers, placeBoard),
  post(`${board}/archive`, settingsKeepers, postArchive),
  post(`${board}/members`, settingsKeepers, postListed),
  post(`${board}/members/:memberId/removal`, settingsKeepers, dropListed),

  get(template, settingsKeepers, showTemplate),
  post(template, settingsKeepers, saveGuidance),
  post(`${template}/prompts`, settingsKeepers, postPrompt),
  get(prompt, settingsKeepers, showPrompt),
  post(prompt, settingsKeepers, savePrompt),
  post(`${prompt}/place`, settingsKeepers, placePrompt),
  post(`${prompt}/removal`, settingsKeepers, dropPrompt),

  get(`${settings}/products`, settingsKeepers, showProducts),
  post(`${settings}/products`, settingsKeepers, postProduct),
  get(product, settingsKeepers, showProduct),
  post(product, settingsKeepers, saveProduct),
  post(`${product}/place`, settingsKeepers, placeProduct),
  post(`${product}/archive`, settingsKeepers, postProductArchive),
  post(`${product}/versions`, settingsKeepers, postVersion),
  post(version, settingsKeepers, saveVersion),
  post(`${version}/place`, settingsKeepers, placeVersion),
  post(`${version}/removal`, settingsKeepers, dropVersion),

  get(`${settings}/tags`, settingsKeepers, showTags),
  get(tag, settingsKeepers, showTag),
  post(tag, settingsKeepers, saveTag),
  post(`${tag}/merge`, settingsKeepers, postMerge),
  post(`${tag}/removal`, settingsKeepers, dropTag),

  get(`${settings}/roles`, settingsKeepers, showRoles),
  get(`${settings}/roles/:handle`, settingsKeepers, showMemberRoles),
  post(`${settings}/roles/:handle`, settingsKeepers, saveMemberRoles),

  get('/manage/members', moderators, showPeople),
  get('/manage/members/:handle', moderators, showPerson),
  post('/manage/members/:handle/block', moderators, postBlock),
  get('/manage/members/:handle/block', moderators, upBy(1)),

  ...['naming', 'hue', 'logo', 'customer-numbers'].map((form) => get(`${settings}/${form}`, settingsKeepers, upBy(1))),
  get(`${settings}/customer-numbers/trial`, settingsKeepers, upBy(2)),
  get(`${board}/members`, settingsKeepers, upBy(1)),
  get(`${template}/prompts`, settingsKeepers, upBy(1)),
  get(`${product}/versions`, settingsKeepers, upBy(1)),
  get(version, settingsKeepers, upBy(2)),
  get(`${version}/removal`, settingsKeepers, upBy(3)),
  get(`${tag}/merge`, settingsKeepers, upBy(1)),
  get(`${tag}/removal`, settingsKeepers, upBy(1)),
]
