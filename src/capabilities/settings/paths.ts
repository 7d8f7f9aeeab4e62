export const settingsPath = '/manage/settings'
export const namingPath = `${settingsPath}/naming`
export const huePath = `${settingsPath}/hue`
export const logoPath = `${settingsPath}/logo`
export const logoRemovalPath = `${settingsPath}/logo/removal`
export const customerNumbersPath = `${settingsPath}/customer-numbers`
export const customerNumbersTrialPath = `${settingsPath}/customer-numbers/trial`
/** Followed by a hue and ".css": the colours as they would be. */
export const huePreviewPath = `${settingsPath}/preview/`
export const hueTrialPath = (hue: number) => `${settingsPath}?hue=${hue}#hue`

export const boardsPath = `${settingsPath}/boards`
export const newBoardPath = `${boardsPath}/new`
export const boardPath = (id: string) => `${boardsPath}/${id}`
export const boardDeedPath = (id: string, deed: 'place' | 'archive' | 'members') => `${boardsPath}/${id}/${deed}`
export const listedRemovalPath = (id: string, memberId: string) => `${boardsPath}/${id}/members/${memberId}/removal`

export const templatePath = (boardId: string) => `${boardsPath}/${boardId}/template`
export const promptsPath = (boardId: string) => `${templatePath(boardId)}/prompts`
export const promptPath = (boardId: string, promptId: string) => `${promptsPath(boardId)}/${promptId}`
export const promptDeedPath = (boardId: string, promptId: string, deed: 'place' | 'removal') =>
  `${promptPath(boardId, promptId)}/${deed}`

export const productsPath = `${settingsPath}/products`
export const productPath = (id: string) => `${productsPath}/${id}`
export const productDeedPath = (id: string, deed: 'place' | 'archive' | 'versions') => `${productsPath}/${id}/${deed}`
export const versionPath = (id: string, versionId: string) => `${productsPath}/${id}/versions/${versionId}`
export const versionDeedPath = (id: string, versionId: string, deed: 'place' | 'removal') =>
  `${productsPath}/${id}/versions/${versionId}/${deed}`

export const tagsPath = `${settingsPath}/tags`
export const tagPath = (id: string) => `${tagsPath}/${id}`
export const tagDeedPath = (id: string, deed: 'merge' | 'removal') => `${tagsPath}/${id}/${deed}`

export const rolesPath = `${settingsPath}/roles`
export const memberRolesPath = (handle: string) => `${rolesPath}/${handle}`

export const membersPath = '/manage/members'
export const keptMemberPath = (handle: string) => `${membersPath}/${handle}`
export const memberBlockPath = (handle: string) => `${membersPath}/${handle}/block`

/** Pages of other capabilities that these screens point to. */
export const askPath = '/questions/new'
export const profilePath = (handle: string) => `/members/${handle}`
export const boardListPath = (slug: string) => `/questions?board=${encodeURIComponent(slug)}`
export const tagListPath = (slug: string) => `/questions?tag=${encodeURIComponent(slug)}`
