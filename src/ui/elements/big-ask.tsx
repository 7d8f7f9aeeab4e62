import { Form } from './form.tsx'

interface BigAskProps {
  action: string
  name?: string
  label: string
  placeholder: string
  button: string
  value?: string
  /** For a page that one opens to type here. */
  autofocus?: boolean
}

/** The one box, large: a plain search form that capabilities/search brings to life through `<ask-box>`. */
export function BigAsk({ action, name = 'q', label, placeholder, button, value, autofocus }: BigAskProps) {
  return (
    <ask-box class="big-ask-box">
      <Form action={action} method="get" class="big-ask" role="search" aria-label={label}>
        <label class="visually-hidden" for="big-ask">
          {label}
        </label>
        <input
          id="big-ask"
          type="search"
          name={name}
          value={value}
          placeholder={placeholder}
          maxLength={200}
          autocomplete="off"
          enterkeyhint="search"
          autofocus={autofocus}
          data-one-box
        />
        <button type="submit" class="button button-primary">
          {button}
        </button>
      </Form>
    </ask-box>
  )
}
