import { toast, wordsFor } from './toast-region.ts'

/** `a[data-share]`: the device's own way of sharing on a phone, otherwise the address is copied. */
export function shareLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-share]')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    share(link).catch(() => location.assign(link.href))
  })
}

async function share(link: HTMLAnchorElement): Promise<void> {
  const onPhone = matchMedia('(pointer: coarse)').matches
  if (onPhone && 'share' in navigator) return await shareWithDevice(link)
  await navigator.clipboard.writeText(link.href)
  toast(wordsFor('copied'))
}

async function shareWithDevice(link: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.share({ url: link.href, title: link.dataset.share || document.title })
  } catch (problem) {
    // Closing the sheet without choosing is no failure.
    if ((problem as DOMException).name !== 'AbortError') throw problem
  }
}
