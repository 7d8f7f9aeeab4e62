import { whenPageChanges } from '#ui/browser/page-ready.ts'
import { AskBox } from './ask-box.ts'
import { prepareHelpfulness, rememberSearch } from './visit.ts'

export function startSearch(): void {
  if (!customElements.get('ask-box')) customElements.define('ask-box', AskBox)
  whenPageChanges(rememberSearch)
  whenPageChanges(prepareHelpfulness)
}
