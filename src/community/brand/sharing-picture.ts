import { inTurn } from '#community/attachments/in-turn.ts'
import { pictureLibrary } from '#community/attachments/picture-library.ts'
import { brandPicture, type SharingBrand, titlePicture } from '#ui/pictures/sharing-picture.ts'
import type { Brand } from './brand.ts'

/** Pictures that were asked for lately, by what stands in them; others are drawn again in a tenth of a second. */
const KEPT = 60

const kept = new Map<string, Promise<Buffer>>()
const oneAtATime = inTurn(1)

/** A PNG for where a link to the community is shared. */
export const drawBrandPicture = (brand: Brand): Promise<Buffer> => drawnOnce(brandPicture(lookOf(brand)))

/** A PNG with the title of one text; the brand's where the title is in letters that cannot be drawn. */
export const drawTitlePicture = (brand: Brand, title: string): Promise<Buffer> =>
  drawnOnce(titlePicture(lookOf(brand), title) ?? brandPicture(lookOf(brand)))

const lookOf = ({ name, hue, logoId }: Brand): SharingBrand => ({ name, hue, hasLogo: logoId !== null })

function drawnOnce(drawing: string): Promise<Buffer> {
  const known = kept.get(drawing)
  if (known) return known
  const picture = oneAtATime(async () => {
    const sharp = await pictureLibrary()
    return sharp(Buffer.from(drawing)).png({ palette: true, colours: 64 }).toBuffer()
  })
  kept.set(drawing, picture)
  picture.catch(() => kept.delete(drawing))
  const oldest = kept.keys().next().value
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return picture
}
