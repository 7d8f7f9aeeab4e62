/** The business case recalculates as somebody types; what that takes is loaded on that page only. */
export function startBusinessCase(): void {
  if (!customElements.get('case-desk')) customElements.define('case-desk', CaseDeskElement)
}

class CaseDeskElement extends HTMLElement {
  #desk: { close(): void } | undefined

  async connectedCallback(): Promise<void> {
    const { CaseDesk } = await import('./case-desk.ts')
    if (this.isConnected) this.#desk ??= new CaseDesk(this)
  }

  disconnectedCallback(): void {
    this.#desk?.close()
    this.#desk = undefined
  }
}
