import { useView } from '../view.ts'
import { fieldId } from './field-context.ts'

export interface Problem {
  /** Name of the field; left out when it is about the whole form. */
  field?: string
  message: string
}

/** Above a form that came back: what to look at, each a link to its field. Nothing when all is well. */
export function ErrorSummary({ problems, title }: { problems: readonly Problem[]; title?: string }) {
  const { t } = useView()
  if (problems.length === 0) return null
  return (
    <div class="notice notice-danger error-summary" role="alert" tabIndex={-1} data-focus>
      <p class="notice-title">{title ?? t('ui.errors', { count: problems.length })}</p>
      {/* Turbo would fetch the page anew, and what was typed would be gone. */}
      <ul data-turbo="false">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
