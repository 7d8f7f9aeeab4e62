import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { inkOf, inks } from './inks.ts'

use([BarChart, LineChart, CustomChart, GridComponent, MarkLineComponent, SVGRenderer])

export type ChartOption = EChartsCoreOption

export interface Size {
  readonly width: number
  readonly height: number
}

/** The picture as SVG that a strict content security policy lets pass: no style element and no style attribute. */
export function draw(name: string, option: ChartOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, textStyle: { fontSize: 12, color: inks.quiet }, ...option })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return cleaned(name, svg)
}

/** Exported for its test: what echarts writes, without styles, with classes for inks and ids of its own. */
export function cleaned(name: string, svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\s(?:class|ecmeta_\w+|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/\szr\w*-/g, ' ')
    .replace(/zr\d+-/g, `${name}-`)
    .replace(/<svg width="[^"]*" height="[^"]*"/, '<svg aria-hidden="true" focusable="false" class="chart-drawing"')
    .replace(/\sstyle="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/<(path|rect|text|circle|line|polyline|polygon|g)\b([^>]*)>/g, (_, tag: string, rest: string) => {
      return `<${tag}${withClasses(rest)}>`
    })
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, '')
    .replace(/>\s+</g, '><')
    .trim()
}

/** Only the size of letters is kept: the face is the page's own. */
function attributesOf(style: string): string {
  const size = /font-size:\s*([\d.]+)px/.exec(style)?.[1]
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1]
  return `${size ? ` font-size="${size}"` : ''}${weight ? ` font-weight="${weight}"` : ''}`
}

function withClasses(attributes: string): string {
  const classes: string[] = []
  const rest = attributes.replace(/\s(fill|stroke)="([^"]*)"/g, (whole, part: string, colour: string) => {
    const ink = inkOf(colour)
    if (ink) classes.push(`${part}-${ink}`)
    return ink ? '' : whole
  })
  return classes.length > 0 ? `${rest} class="${classes.join(' ')}"` : rest
}
