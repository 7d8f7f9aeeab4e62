import type { HTMLAttributes } from 'preact'

interface CustomElementAttributes extends HTMLAttributes {
  [data: `data-${string}`]: string | boolean | number | undefined
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'toast-region': CustomElementAttributes
      'ask-box': CustomElementAttributes
      'turbo-frame': CustomElementAttributes & { target?: string; src?: string }
      'text-composer': CustomElementAttributes
      'hue-preview': CustomElementAttributes
      'case-desk': CustomElementAttributes
    }
  }
}
