/** HTML that went through the sanitiser when it was stored; never anything else. */
export function Prose({ html, lang, class: extra = '' }: { html: string; lang?: string; class?: string }) {
  return <div class={`prose ${extra}`.trim()} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
