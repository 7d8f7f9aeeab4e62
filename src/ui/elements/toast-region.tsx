import { useView } from '../view.ts'
import type { NoticeTone } from './notice.tsx'

export interface Toast {
  tone?: NoticeTone
  words: string
  /** Something to do about it, such as taking it back. */
  action?: { label: string; action: string; values?: Record<string, string> }
}

/** Where short messages appear, also those that the browser makes. They never take the focus. */
export function ToastRegion({ toasts = [] }: { toasts?: readonly Toast[] }) {
  const { t, formToken } = useView()
  return (
    <toast-region
      class="toasts"
      role="region"
      aria-label={t('ui.toasts')}
      data-dismiss={t('ui.dismiss')}
      data-offline={t('ui.offline')}
      data-failed={t('ui.failed')}
      data-copied={t('ui.copied')}
    >
      <div class="toasts-list" role="status">
        {toasts.map(({ tone = 'success', words, action }) => (
          <div class={`toast toast-${tone}`} key={words} data-toast>
            <p>{words}</p>
            {action && (
              <form action={action.action} method="post">
                {formToken && <input type="hidden" name="_token" value={formToken} />}
                {Object.entries(action.values ?? {}).map(([name, value]) => (
                  <input type="hidden" name={name} value={value} key={name} />
                ))}
                <button type="submit">{action.label}</button>
              </form>
            )}
          </div>
        ))}
      </div>
    </toast-region>
  )
}
