import type sharp from 'sharp'

let loaded: Promise<typeof sharp> | undefined

/** Large, so loaded with the first picture. One thread each, and nothing kept: uploads may wait, pages may not. */
export function pictureLibrary(): Promise<typeof sharp> {
  loaded ??= import('sharp').then(({ default: library }) => {
    library.concurrency(1)
    library.cache(false)
    return library
  })
  return loaded
}
