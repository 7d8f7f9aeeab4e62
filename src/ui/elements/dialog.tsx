import type { ComponentChildren } from 'preact'
import { useView } from '../view.ts'
import { Icon } from './icon.tsx'

interface DialogProps {
  id: string
  title: string
  /** Shown at once, as on the page that the link without scripts leads to. */
  open?: boolean
  children: ComponentChildren
}

/** Opened by DialogLink. Its form posts like any other; Escape and the cross close it. */
export function Dialog({ id, title, open, children }: DialogProps) {
  const { t } = useView()
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`} open={open}>
      <header class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button type="submit" class="icon-button" aria-label={t('ui.close')}>
            <Icon name="x" />
          </button>
        </form>
      </header>
      {children}
    </dialog>
  )
}
