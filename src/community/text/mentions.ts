import { HANDLE_LONGEST } from './handles.ts'

/** Where "@henk" stands in a piece of text; an e-mail address or "@@" is no mention. */
export function mentionsIn(text: string): { handle: string; start: number; end: number }[] {
  return [...text.matchAll(MENTION)]
    .map((match) => ({
      handle: (match[1] ?? '').toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ handle }) => handle.length >= 2 && handle.length <= HANDLE_LONGEST)
}

const MENTION =
  /(?<![\p{L}\p{N}\p{M}_@./+-])@([a-z0-9]{1,31}(?:-[a-z0-9]{1,31}){0,15})(?![\p{L}\p{N}\p{M}_@-]|\.[\p{L}\p{N}])/giu
