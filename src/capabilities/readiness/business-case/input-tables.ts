import type { Distribution } from '../chance/distribution.ts'
import { objectiveKeys } from './case.ts'
import type { LabelOf } from './case-schema.ts'
import { checkInputs } from './inputs/contacts.ts'
import { costInputs, rampInputs } from './inputs/cost.ts'
import { type InputName, rowOf } from './inputs.ts'
import { objectives } from './objectives.ts'

/** For docs/business-case.md: what each objective needs, and what every case may hold. */
export function inputTables(labelOf: LabelOf): string {
  const ofObjectives = objectiveKeys.map((key) => {
    const { kind, parts } = objectives[key]
    const shared = [...new Set(parts.flatMap((part) => part.shared))].map((name) => `\`${name}\``)
    const also = shared.length > 0 ? `, also ${shared.join(' and ')}` : ''
    const lines = parts.flatMap(({ own, may }, at) => [
      ...own.map((name) => lineOf(name, labelOf, parts.length > 1 ? `part ${at + 1}` : '')),
      ...may.map((name) => lineOf(name, labelOf, 'may be left out')),
    ])
    return `### \`${key}\` (${kind}${also})\n\n${HEAD}\n${lines.join('\n')}`
  })
  const shared = tableOf('Shared', ['ask', 'avoidable', 'members'], labelOf)
  const ramp = tableOf('Growth: the usual value when left out', Object.keys(rampInputs), labelOf)
  const costs = tableOf('Costs: 0 when left out', Object.keys(costInputs), labelOf)
  const checks = tableOf('For checking only', Object.keys(checkInputs), labelOf)
  return [...ofObjectives, shared, ramp, costs, checks].join('\n\n')
}

const HEAD = '| name | what | unit | allowed | usual | from |\n|---|---|---|---|---|---|'

function tableOf(title: string, names: readonly string[], labelOf: LabelOf): string {
  return `### ${title}\n\n${HEAD}\n${names.map((name) => lineOf(name as InputName, labelOf, '')).join('\n')}`
}

function lineOf(name: InputName, labelOf: LabelOf, remark: string): string {
  const { unit, min, max, usual, provenance, source } = rowOf(name)
  const what = remark ? `${labelOf(name)} (${remark})` : labelOf(name)
  return `| \`${name}\` | ${what} | ${unit} | ${min} to ${max.toLocaleString('en')} | ${usualWords(usual)} | ${provenance}: ${source} |`
}

const usualWords = (usual: Distribution) =>
  typeof usual === 'object' && 'pert' in usual ? usual.pert.join(' / ') : String(usual)
