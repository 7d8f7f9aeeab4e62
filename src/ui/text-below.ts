/** A text with another below it, once, and room to go on. */
export const textBelow = (text: string, added: string): string =>
  text.includes(added) ? text : `${[text.trimEnd(), added].filter(Boolean).join('\n\n')}\n\n`
