/** Gives the browser a file to keep; it never leaves this device. */
export function saveFile(name: string, content: string): void {
  const type = name.endsWith('.json') ? 'application/json' : 'text/csv'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  // Some browsers fetch it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
