/** Lightness and chroma per theme; the hue is a number, or `neutral` or `brand`, which a brand chooses. */
type Shade = readonly [lightness: number, chroma: number, hue: number | 'neutral' | 'brand']

interface Tone {
  light: Shade
  dark: Shade
  /** Text and marks in this tone must be readable on each of these. */
  on?: readonly string[]
  /** The least contrast there; 4.5 for text, 3 for the borders of fields. */
  contrast?: number
}

const papers = ['paper', 'paper-2', 'paper-3', 'raised']
const softs = ['brand-soft', 'sun-soft', 'info-soft', 'success-soft', 'danger-soft']

// Read from top to bottom: a tone is corrected against the ones above it.
export const palette: Readonly<Record<string, Tone>> = {
  paper: { light: [0.982, 0.006, 'neutral'], dark: [0.2, 0.011, 'neutral'] },
  'paper-2': { light: [0.958, 0.011, 'neutral'], dark: [0.242, 0.013, 'neutral'] },
  'paper-3': { light: [0.929, 0.014, 'neutral'], dark: [0.288, 0.014, 'neutral'] },
  raised: { light: [1, 0, 'neutral'], dark: [0.25, 0.013, 'neutral'] },
  line: { light: [0.892, 0.013, 'neutral'], dark: [0.325, 0.013, 'neutral'] },
  'brand-soft': { light: [0.962, 0.022, 'brand'], dark: [0.285, 0.04, 'brand'] },
  'sun-soft': { light: [0.957, 0.045, 85], dark: [0.3, 0.045, 80] },
  'info-soft': { light: [0.955, 0.02, 240], dark: [0.29, 0.035, 245] },
  'success-soft': { light: [0.962, 0.023, 157], dark: [0.285, 0.04, 157] },
  'danger-soft': { light: [0.957, 0.022, 25], dark: [0.29, 0.05, 25] },

  ink: { light: [0.24, 0.018, 60], dark: [0.93, 0.012, 85], on: papers, contrast: 7 },
  'ink-2': { light: [0.43, 0.018, 65], dark: [0.78, 0.014, 85], on: [...papers, ...softs] },
  'ink-3': {
    light: [0.53, 0.016, 70],
    dark: [0.68, 0.014, 85],
    on: ['paper', 'paper-2', 'raised', 'brand-soft', 'success-soft'],
  },
  'line-strong': { light: [0.62, 0.016, 75], dark: [0.54, 0.014, 85], on: ['paper', 'raised'], contrast: 3 },

  brand: { light: [0.46, 0.115, 'brand'], dark: [0.74, 0.12, 'brand'], on: ['paper', 'paper-2', 'brand-soft'] },
  'brand-strong': { light: [0.395, 0.1, 'brand'], dark: [0.81, 0.11, 'brand'], on: ['paper', 'brand-soft'] },
  'brand-ink': { light: [0.37, 0.088, 'brand'], dark: [0.84, 0.09, 'brand'], on: [...papers, ...softs] },
  'on-brand': { light: [0.99, 0.008, 'brand'], dark: [0.18, 0.03, 'brand'], on: ['brand', 'brand-strong'] },

  sun: { light: [0.8, 0.145, 78], dark: [0.8, 0.13, 78] },
  'sun-ink': { light: [0.46, 0.1, 65], dark: [0.86, 0.1, 80], on: [...papers, 'sun-soft'] },
  'info-ink': { light: [0.43, 0.09, 250], dark: [0.85, 0.07, 245], on: [...papers, 'info-soft'] },
  // What is solved is green for every brand: a red brand must not make it look like a mistake.
  success: { light: [0.46, 0.108, 157], dark: [0.74, 0.12, 157], on: ['paper', 'paper-2', 'success-soft'] },
  'success-ink': { light: [0.37, 0.087, 157], dark: [0.84, 0.09, 157], on: [...papers, 'success-soft'] },
  'danger-ink': { light: [0.46, 0.15, 27], dark: [0.82, 0.1, 25], on: [...papers, 'danger-soft'] },
  danger: { light: [0.5, 0.17, 27], dark: [0.74, 0.13, 25], on: ['paper', 'raised'] },
  'on-danger': { light: [0.99, 0.005, 27], dark: [0.18, 0.03, 25], on: ['danger'] },
}
