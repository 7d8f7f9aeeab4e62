import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { announce } from '../announce.ts'
import type { Desk } from './desk.ts'
import { Options } from './options.ts'
import { getJson } from './requests.ts'

interface FoundMember {
  readonly handle: string
  readonly name: string
  readonly title: string
  readonly avatar: string | null
}

const MENTION = /(?<![\p{L}\p{N}_@./+-])@[a-z0-9]+(?:-[a-z0-9]+)*/giu

/** Typing "@" offers members. What stays in the text is just "@handle", as it is stored and read everywhere. */
export function mentionSuggestions(desk: Desk) {
  const list = desk.parts.put('mentions', desk.host)
  return Extension.create({
    name: 'mentionSuggestions',
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({ key: new PluginKey('mentions'), props: { decorations: ({ doc }) => mentionsIn(doc) } }),
        Suggestion<FoundMember, FoundMember>({
          editor,
          char: '@',
          decorationClass: 'composer-calling',
          allowedPrefixes: [' ', '(', '\n', '\u00a0'],
          items: async ({ query }) => findMembers(query),
          command: ({ range, props }) => {
            editor.chain().focus().insertContentAt(range, `@${props.handle} `).run()
          },
          render: () => offer(desk, list, () => editor.view.dom),
        }),
      ]
    },
  })
}

function offer(desk: Desk, list: HTMLElement, owner: () => Element) {
  let choose: (member: FoundMember) => void = () => {}
  const options = new Options<FoundMember>(list, owner, (member) => choose(member))
  const show = (props: SuggestionProps<FoundMember, FoundMember>) => {
    choose = (member) => props.command(member)
    options.show(props.items, drawMember)
    place(list, desk.host, props.clientRect?.() ?? null)
  }
  return {
    onStart: show,
    onUpdate: show,
    onExit: () => options.hide(),
    onKeyDown: ({ event }: { event: KeyboardEvent }) => options.key(event),
  }
}

async function findMembers(query: string): Promise<FoundMember[]> {
  if (query === '' || query.length > 30) return []
  const found = await getJson<{ members: FoundMember[] }>(`/members/suggestions?q=${encodeURIComponent(query)}`)
  const [first] = found?.members ?? []
  if (first) announce(first.name)
  return found?.members ?? []
}

function drawMember({ handle, name, title, avatar }: FoundMember, option: HTMLElement) {
  if (avatar) option.append(Object.assign(new Image(28, 28), { src: avatar, alt: '' }))
  const strong = Object.assign(document.createElement('strong'), { textContent: name })
  const quiet = Object.assign(document.createElement('span'), {
    textContent: [`@${handle}`, title].filter(Boolean).join(' · '),
  })
  option.append(strong, ' ', quiet)
}

/** Under the line that is being typed, within the composer: also on a phone. */
function place(list: HTMLElement, host: HTMLElement, caret: DOMRect | null) {
  if (!caret) return
  const box = host.getBoundingClientRect()
  const left = Math.max(0, Math.min(caret.left - box.left, box.width - list.offsetWidth))
  list.style.setProperty('top', `${caret.bottom - box.top + 6}px`)
  list.style.setProperty('left', `${left}px`)
}

function mentionsIn(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, at, parent) => {
    if (!node.isText || parent?.type.spec.code) return
    for (const { index, 0: words } of node.text?.matchAll(MENTION) ?? []) {
      found.push(Decoration.inline(at + index, at + index + words.length, { class: 'mention' }))
    }
  })
  return DecorationSet.create(doc, found)
}
