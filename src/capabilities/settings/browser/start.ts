import { HuePreview } from './hue-preview.ts'

export function startSettings(): void {
  if (!customElements.get('hue-preview')) customElements.define('hue-preview', HuePreview)
}
