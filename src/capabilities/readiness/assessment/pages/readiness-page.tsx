import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'

interface ReadinessPageProps {
  x: Exchange
  title: string
  /** The address holds somebody's answers or a secret: it is no page for search engines, nor for other sites. */
  isPrivate?: boolean
  children: ComponentChildren
}

export function ReadinessPage({ x, title, isPrivate, children }: ReadinessPageProps) {
  return (
    <Page
      x={x}
      title={title}
      description={x.t('assessment.description')}
      {...(isPrivate ? { robots: 'noindex, nofollow', meta: { referrer: 'same-origin' } } : {})}
    >
      {children}
    </Page>
  )
}
