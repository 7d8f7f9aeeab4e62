import type { Exchange } from '#community/exchange.ts'
import { Fragment, Page } from '#community/page.tsx'
import { composeText, personalDetailsIn, type RawText } from '#community/text/compose.ts'
import { distinctDetails } from '#community/text/personal-details.tsx'
import { TextPreview } from '#community/text/preview.tsx'
import { readForm } from '#platform/http/forms.ts'
import { fragment, json, page, type Reply } from '#platform/http/reply.ts'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { previewButton, textForm } from './forms.ts'

/** The text exactly as it would be stored: cleaned, masked, rendered by the one pipeline. */
export function previewText(x: Exchange): Reply {
  const pressed = previewButton.safeParse(x.body)
  if (pressed.success) return previewPage(x, pressed.data.of)
  const read = readForm(textForm, x.body)
  if (!read.ok) return json({ problems: Object.keys(read.problems) }, 422)
  return fragment(
    <Fragment x={x}>
      <Preview x={x} raw={read.value} />
    </Fragment>,
  )
}

/** Which personal details would be masked. */
export function checkText(x: Exchange): Reply {
  const read = readForm(textForm, x.body)
  if (!read.ok) return json({ problems: Object.keys(read.problems) }, 422)
  const details = distinctDetails(personalDetailsIn(read.value.text, x.brand))
  return json({ details: details.map(({ kind, text }) => ({ kind, text, label: x.t(`writing.detail.${kind}`) })) })
}

/** Without scripts the whole form comes along, in a tab of its own; the button says which of its fields is meant. */
function previewPage(x: Exchange, field: string): Reply {
  const { [field]: text, keep } = x.body as Record<string, unknown>
  const read = readForm(textForm, { text: text ?? '', keep })
  return page(
    <Page x={x} title={x.t('writing.preview')} robots="noindex">
      <Narrow>
        <Title lead={x.t('writing.preview.lead')}>{x.t('writing.preview.title')}</Title>
        {read.ok ? <Preview x={x} raw={read.value} /> : <p role="alert">{x.t('form.unreadable')}</p>}
      </Narrow>
    </Page>,
    read.ok ? 200 : 422,
  )
}

const Preview = ({ x, raw }: { x: Exchange; raw: RawText }) => <TextPreview composed={composeText(raw, x.brand)} />
