/** An address as it may stand in an href: a page of our own, a web page, a mailbox or a telephone. Else undefined. */
export function safeAddress(raw: string): string | undefined {
  const address = raw.trim()
  if (address.length > LONGEST || hidesSomething(address)) return undefined
  if (OWN_PAGE.test(address)) return staysHere(address) ? address : undefined
  if (/^www\./i.test(address)) return webAddress(`https://${address}`)
  if (/^https?:\/\//i.test(address)) return webAddress(address)
  return /^mailto:[^\s"<>@?]+@[^\s"<>@?]+$|^tel:\+?[\d().-]+$/i.test(address) ? address : undefined
}

export function isForeign(address: string): boolean {
  return /^https?:/i.test(address)
}

/** A picture that was attached here. Size, when the name ends in -800x600.webp, so that the page does not jump. */
export function attachmentIn(address: string): { id: string; width?: number; height?: number } | undefined {
  const found = ATTACHMENT.exec(address)
  if (!found?.[1]) return undefined
  const size = /-([1-9]\d{0,3})x([1-9]\d{0,3})\.[a-z]+$/.exec(address)
  return { id: found[1], ...(size && { width: Number(size[1]), height: Number(size[2]) }) }
}

const LONGEST = 2000
const OWN_PAGE = /^(?:\/(?![/\\])|#)/
const ATTACHMENT = /^\/attachments\/([1-9]\d{0,18})\/(?:[\w.~-]|%[0-9a-f]{2}){1,200}$/i

function webAddress(address: string): string | undefined {
  const url = URL.parse(address)
  // A name before the host ("https://bank.example@slecht.example") only serves to mislead.
  return url && !url.username && !url.password ? address : undefined
}

function staysHere(address: string): boolean {
  return URL.parse(address, 'https://here.invalid')?.origin === 'https://here.invalid'
}

function hidesSomething(address: string): boolean {
  return /[\p{C}\\]/u.test(address)
}
