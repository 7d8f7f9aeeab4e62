export const noticesPath = '/notices'
export const noticesAllReadPath = '/notices/all-read'
export const bellPath = '/notices/bell'
export const noticePath = (id: string): string => `/notices/${id}`
export const noticeSettingsPath = '/account/notices'
export const unsubscribePath = (token: string): string => `/unsubscribe/${token}`
export const resubscribePath = (token: string): string => `/unsubscribe/${token}/undo`
