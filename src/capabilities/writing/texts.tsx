import type { Exchange } from '#community/exchange.ts'
import { Fragment, Page } from '#community/page.tsx'
import { personalDetailsIn, type RawText } from '#community/text/compose.ts'
import { composeKnown } from '#community/text/compose-known.ts'
import { distinctDetails } from '#community/text/personal-details.tsx'
import { TextPreview } from '#community/text/preview.tsx'
import { readForm } from '#platform/http/forms.ts'
import { fragment, json, page, type Reply } from '#platform/http/reply.ts'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { previewButton, textForm } from './forms.ts'

/** The text exactly as it would be stored: cleaned, masked, rendered by the one pipeline. */
export async function previewText(x: Exchange): Promise<Reply> {
  const pressed = previewButton.safeParse(x.body)
  if (pressed.success) return previewPage(x, pressed.data.of)
  const read = readForm(textForm, x.body)
  if (!read.ok) return json({ problems: Object.keys(read.problems) }, 422)
  const preview = await previewOf(x, read.value)
  return fragment(<Fragment x={x}>{preview}</Fragment>)
}

/** Which personal details would be masked. */
export function checkText(x: Exchange): Reply {
  const read = readForm(textForm, x.body)
  if (!read.ok) return json({ problems: Object.keys(read.problems) }, 422)
  const details = distinctDetails(personalDetailsIn(read.value.text, x.brand))
  return json({ details: details.map(({ kind, text }) => ({ kind, text, label: x.t(`writing.detail.${kind}`) })) })
}

/** Without scripts the whole form comes along, in a tab of its own; the button says which of its fields is meant. */
async function previewPage(x: Exchange, field: string): Promise<Reply> {
  const { [field]: text, keep } = x.body as Record<string, unknown>
  const read = readForm(textForm, { text: text ?? '', keep })
  const preview = read.ok ? await previewOf(x, read.value) : null
  return page(
    <Page x={x} title={x.t('writing.preview')} robots="noindex">
      <Narrow>
        <Title lead={x.t('writing.preview.lead')}>{x.t('writing.preview.title')}</Title>
        {preview ?? <p role="alert">{x.t('form.unreadable')}</p>}
      </Narrow>
    </Page>,
    read.ok ? 200 : 422,
  )
}

const previewOf = async (x: Exchange, raw: RawText) => <TextPreview composed={await composeKnown(x.db, raw, x.brand)} />
