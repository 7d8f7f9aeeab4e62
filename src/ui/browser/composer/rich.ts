import type { Desk } from './desk.ts'
import { renderedText } from './preview-tab.ts'
import type { Surface } from './surface.ts'

/**
 * The editor in the place of the field; null when it could not come or would lose something of the text, so that the
 * field stays. What is typed while it is on its way comes along.
 */
export async function openEditor(desk: Desk, isWanted: () => boolean): Promise<Surface | null> {
  try {
    const [{ RichSurface }, { throughEditor }] = await Promise.all([
      import('./rich-surface.ts'),
      import('./dialect.ts'),
    ])
    let checked = ''
    while (desk.field.value !== checked) {
      checked = desk.field.value
      if (!(await isKeptWhole(desk, checked, throughEditor(checked)))) return plain(desk)
    }
    return isWanted() ? new RichSurface(desk) : null
  } catch {
    return null
  }
}

/** What readers will see counts, not how it is written down. */
async function isKeptWhole(desk: Desk, before: string, after: string | undefined): Promise<boolean> {
  if (after === undefined) return false
  if (after.trim() === before.trim()) return true
  const [shown, shownAfter] = await Promise.all([renderedText(desk, before), renderedText(desk, after)])
  return shown !== null && shown === shownAfter
}

function plain(desk: Desk): null {
  desk.tell(desk.parts.words('plain'))
  return null
}
