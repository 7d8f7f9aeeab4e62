/**
 * A link to a post ends at that post. Turbo follows a redirect without the part behind "#": what stands on this page is
 * gone to here, and else the browser makes the visit itself.
 */
export function leadToPosts(): void {
  document.addEventListener('turbo:click', (event) => {
    const { url, originalEvent } = (event as CustomEvent<{ url: string; originalEvent: Event }>).detail
    const { pathname, search } = new URL(url)
    const [, noun, id] = ADDRESS.exec(pathname) ?? []
    if (!noun) return
    event.preventDefault()
    const post = search === '' && document.getElementById(`${noun}-${id}`)
    if (!post) return
    originalEvent.preventDefault()
    location.hash = post.id
  })
}

const ADDRESS = /^\/questions\/\d+\/(answer|comment)s\/(\d+)$/
