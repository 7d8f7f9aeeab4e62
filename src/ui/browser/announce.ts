/** Says something to who listens instead of looks, without moving the focus. */
export function announce(words: string): void {
  const region = document.getElementById('announcer')
  if (!region) return
  region.textContent = ''
  // Emptied first and filled a moment later, so that the same words are read again.
  setTimeout(() => {
    region.textContent = words
  }, 60)
}
