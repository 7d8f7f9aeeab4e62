import { goToAnchors } from './anchors.ts'
import { submitOnChange } from './auto-submit.ts'
import { markBusyForms } from './busy-forms.ts'
import { openDialogs } from './dialogs.ts'
import { focusProblems } from './focus-problems.ts'
import { keepFocus } from './keep-focus.ts'
import { keepPagesLive } from './live.ts'
import { closeMenus } from './menus.ts'
import { openTargets } from './open-target.ts'
import { rewordTimes } from './relative-time.ts'
import { shareLinks } from './share-link.ts'
import { listenForShortcuts } from './shortcuts.ts'
import { start } from './start.ts'
import { defineTextComposer } from './text-composer.ts'
import { defineToastRegion } from './toast-region.ts'

/** All that any page can do in a browser; called once. */
export function startPages(): void {
  start()
  defineToastRegion()
  defineTextComposer()
  rewordTimes()
  keepPagesLive()
  submitOnChange()
  markBusyForms()
  openDialogs()
  closeMenus()
  openTargets()
  shareLinks()
  focusProblems()
  goToAnchors()
  keepFocus()
  listenForShortcuts()
}
