// The package brings no types; these are the few parts that are used.
declare module '@hotwired/turbo' {
  export const config: {
    drive: { progressBarDelay: number; enabled: boolean }
    forms: { submitter: 'disabled' | 'aria-disabled' }
  }
  export const cache: { clear(): void }
  export function visit(location: string, options?: { action?: 'advance' | 'replace'; frame?: string }): void
  export function morphElements(
    present: Element,
    fresh: Element | NodeListOf<ChildNode>,
    options?: {
      morphStyle?: 'outerHTML' | 'innerHTML'
      ignoreActiveValue?: boolean
      callbacks?: { beforeNodeMorphed?: (present: Node, fresh: Node) => boolean }
    },
  ): void
  export function renderStreamMessage(message: string): void
  export const session: { refresh(url: string, requestId?: string): void }
}
