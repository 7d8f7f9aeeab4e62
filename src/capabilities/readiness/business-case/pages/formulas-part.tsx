import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { useView } from '#ui/view.ts'
import { type CaseResult, type CostKey, costKeys, type FormulaLine, type ObjectiveKey, objectiveKeys } from '../case.ts'
import { money, plain } from '../figures.ts'
import { isInputName } from '../inputs.ts'
import { costLabel, inputLabel, objectiveLabel } from '../texts.ts'

/** Each formula in words and with its numbers, of a mature month at modes. */
export function FormulasPart({ result: { formulas = [] } }: { result: CaseResult }) {
  const { t } = useView()
  const subjects = Map.groupBy(formulas, ({ of }) => of)
  return (
    <section class="case-part" aria-labelledby="formulas-title">
      <h3 id="formulas-title">{t('business-case.page.formulas.title')}</h3>
      <p>{t('business-case.page.formulas.lead')}</p>
      {[...subjects].map(([of, lines]) => (
        <details key={of} id={`formula-${of}`} class="case-formula">
          <summary>{subjectLabel(t, of)}</summary>
          {lines.map((line) => (
            <Formula key={line.line} line={line} />
          ))}
        </details>
      ))}
      <details id="formula-money" class="case-formula">
        <summary>{t('business-case.page.formulas.money')}</summary>
        <p>{t('business-case.page.formulas.ramp')}</p>
        <p>{t('business-case.page.formulas.npv')}</p>
        <p>{t('business-case.page.formulas.stall')}</p>
      </details>
    </section>
  )
}

function Formula({ line }: { line: FormulaLine }) {
  const { t, language } = useView()
  const values = new Map(line.terms.map(({ name, value }) => [name, value]))
  const inWords = replaced(line.text, (name) => termLabel(t, name))
  const inNumbers = replaced(line.text, (name) => plain(values.get(name) ?? 0, language, 6))
  const made = line.unit === 'money' ? money(line.value, language) : plain(line.value, language, 4)
  return (
    <div class="case-formula-line">
      <p>
        <b>{termLabel(t, line.line)}</b> = {inWords}
      </p>
      <p class="case-formula-numbers">
        = {inNumbers} = <b>{made}</b> {t(`business-case.page.per-month.${line.unit}` as MessageKey)}
      </p>
    </div>
  )
}

const replaced = (text: string, word: (name: string) => string) => text.replace(/[a-z][A-Za-z0-9]*/g, word)

const isObjective = (name: string): name is ObjectiveKey => objectiveKeys.includes(name as ObjectiveKey)
const isCost = (name: string): name is CostKey => costKeys.includes(name as CostKey)

function subjectLabel(t: Translate, of: FormulaLine['of']): string {
  if (isObjective(of)) return objectiveLabel(t, of)
  return isCost(of) ? costLabel(t, of) : t(`business-case.page.formulas.${of}` as MessageKey)
}

/** Inside a formula a name means an input, as long as there is one. */
function termLabel(t: Translate, name: string): string {
  if (isInputName(name)) return lowered(inputLabel(t, name))
  if (isObjective(name)) return objectiveLabel(t, name)
  if (isCost(name)) return costLabel(t, name)
  return t(`business-case.page.line.${name}` as MessageKey)
}

const lowered = (words: string) => (/^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1))
