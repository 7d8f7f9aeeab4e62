import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'

interface MessagePageProps {
  x: Exchange
  title: string
  next: { href: string; label: string }
  children: ComponentChildren
}

/** One thing to say, and where to go from here. */
export function MessagePage({ x, title, next, children }: MessagePageProps) {
  return (
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <h1>{title}</h1>
        {children}
        <p>
          <LinkButton href={next.href} look="secondary">
            {next.label}
          </LinkButton>
        </p>
      </Narrow>
    </Page>
  )
}
