/** Where a picture of a text is. The size in the name lets a page keep its place before it has arrived. */
export function picturePath({ id, name, width, height }: { id: string; name: string; width: number; height: number }) {
  return `/attachments/${id}/${stemOf(name)}-${width}x${height}.webp`
}

/** A name for whoever saves the picture: never a path, never another kind of file. */
export function stemOf(name: string): string {
  const stem = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return stem || 'foto'
}
