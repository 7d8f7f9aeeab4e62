import type { Language } from '#platform/i18n/languages.ts'
import { Form } from '../elements/form.tsx'
import { useView } from '../view.ts'

export interface LanguageChoices {
  /** Where the choice is posted, as `language` and `back`. */
  action: string
  /** The page to come back to. */
  back: string
  languages: readonly Language[]
}

const names: Record<Language, string> = { nl: 'Nederlands', en: 'English' }

interface LanguageSwitchProps extends LanguageChoices {
  /** Whole names instead of two letters. */
  long?: boolean
  class?: string
}

/** A button for every other language, named in that language. Nothing where there is only one. */
export function LanguageSwitch({ action, back, languages, long, class: extra }: LanguageSwitchProps) {
  const { language, t } = useView()
  const others = languages.filter((one) => one !== language)
  if (others.length === 0) return null
  return (
    <Form action={action} class={extra} aria-label={t('ui.language')} data-turbo="false">
      <input type="hidden" name="back" value={back} />
      {others.map((one) => (
        <button
          type="submit"
          name="language"
          value={one}
          lang={one}
          key={one}
          class={long ? 'menu-item' : 'language-button'}
          aria-label={long ? undefined : `${one.toUpperCase()}: ${names[one]}`}
        >
          {long ? names[one] : one.toUpperCase()}
        </button>
      ))}
    </Form>
  )
}
