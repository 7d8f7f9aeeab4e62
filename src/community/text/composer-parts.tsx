import { Icon, type IconName } from '#ui/elements/icon.tsx'
import { useView } from '#ui/view.ts'
import { ComposerPanels } from './composer-panels.tsx'

interface PartsProps {
  id: string
  compact: boolean
  isMember: boolean
}

/** What scripts make a composer of: drawn and worded here, asleep until then. */
export function ComposerParts(props: PartsProps) {
  return (
    <template>
      <Toolbar {...props} />
      <ComposerPanels {...props} />
    </template>
  )
}

const marks = [
  ['bold', 'bold'],
  ['italic', 'italic'],
] as const
const blocks = [
  ['list', 'list'],
  ['numbers', 'list-ordered'],
  ['quote', 'quote'],
  ['code', 'code'],
] as const
const inserts = [
  ['link', 'link'],
  ['picture', 'image'],
  ['mention', 'at-sign'],
  ['question', 'circle-help'],
] as const

type Tool = (typeof marks | typeof blocks | typeof inserts)[number][0]

function Toolbar({ compact, isMember }: PartsProps) {
  const { t } = useView()
  const inserted = inserts.filter(([tool]) => isMember || tool !== 'mention')
  return (
    <div class="composer-bar" data-part="bar">
      <div class="composer-tools" role="toolbar" aria-label={t('writing.tools')}>
        <Tools tools={marks} />
        {!compact && <Tools tools={blocks} />}
        <Tools tools={inserted} />
      </div>
      <button type="button" class="composer-tool composer-eye" data-do="preview" aria-pressed="false">
        <Icon name="eye" />
        <span>{t('writing.preview')}</span>
      </button>
    </div>
  )
}

const KEYS: Partial<Record<Tool, string>> = { bold: 'B', italic: 'I', link: 'K' }
const TOGGLES: readonly Tool[] = ['bold', 'italic', 'list', 'numbers', 'quote', 'code', 'link']

function Tools({ tools }: { tools: readonly (readonly [Tool, IconName])[] }) {
  const { t } = useView()
  return (
    <span class="composer-tools-group">
      {tools.map(([tool, icon]) => (
        <button
          key={tool}
          type="button"
          class="composer-tool"
          data-do={tool}
          tabIndex={-1}
          aria-label={t(`writing.tool.${tool}`)}
          title={t(`writing.tool.${tool}`)}
          aria-pressed={TOGGLES.includes(tool) ? 'false' : undefined}
          aria-keyshortcuts={KEYS[tool] && `Control+${KEYS[tool]} Meta+${KEYS[tool]}`}
        >
          <Icon name={icon} />
        </button>
      ))}
    </span>
  )
}
