import type { Language } from '#platform/i18n/languages.ts'
import { Form } from '../elements/form.tsx'
import { useView } from '../view.ts'

export interface LanguageChoices {
  /** Where the choice is posted, as `language`, with the page to come back to as `back`. */
  action: string
  languages: readonly Language[]
}

const names: Record<Language, string> = { nl: 'Nederlands', en: 'English' }

interface LanguageSwitchProps extends LanguageChoices {
  /** Two letters in the bar, whole names in a menu and in the foot. */
  look?: 'letters' | 'item' | 'name'
  class?: string
}

/** A button for every other language, named in that language. Nothing where there is only one. */
export function LanguageSwitch({ action, languages, look = 'letters', class: extra }: LanguageSwitchProps) {
  const { language, url } = useView()
  const others = languages.filter((one) => one !== language)
  if (others.length === 0) return null
  return (
    <Form action={action} class={extra} data-turbo="false">
      <input type="hidden" name="back" value={url} />
      {others.map((one) => (
        <button
          type="submit"
          name="language"
          value={one}
          lang={one}
          key={one}
          class={{ letters: 'language-button', item: 'menu-item', name: undefined }[look]}
          aria-label={look === 'letters' ? `${one.toUpperCase()}: ${names[one]}` : undefined}
        >
          {look === 'letters' ? one.toUpperCase() : names[one]}
        </button>
      ))}
    </Form>
  )
}
