import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { FieldError } from '#ui/elements/field.tsx'
import { fieldId } from '#ui/elements/field-context.ts'
import { useView } from '#ui/view.ts'
import type { Distribution } from '../../chance/distribution.ts'
import { type CaseWords, field, type Kind, kinds } from '../case-fields.ts'
import { type InputName, rowOf } from '../inputs.ts'
import { inputHint, inputLabel, sourceOf } from '../texts.ts'
import { RangeSketch } from './range-sketch.tsx'

interface RowProps {
  name: InputName
  fields: CaseWords['fields']
  problem?: string
  /** As it was read; null while it does not read. */
  distribution: Distribution | null
}

/** One input: what it is, its numbers, where the usual ones come from, and the range drawn. */
export function InputRow({ name, fields, problem, distribution }: RowProps) {
  const { t } = useView()
  const id = fieldId(name)
  const row = rowOf(name)
  const kind = kinds.find((one) => one === fields[field(name, 'kind')]) ?? 'range'
  return (
    <fieldset class={problem ? 'case-row field-wrong' : 'case-row'} id={id} data-input={name} data-kind={kind}>
      <legend>
        {inputLabel(t, name)} <span class="case-unit">{t(`business-case.page.unit.${row.unit}` as MessageKey)}</span>
      </legend>
      <p class="field-hint" id={`${id}-hint`}>
        {inputHint(t, name)}
      </p>
      <div class="case-numbers">
        {(['low', 'mode', 'high'] as const).map((part) => (
          <NumberField key={part} name={name} part={part} kind={kind} fields={fields} isWrong={Boolean(problem)} />
        ))}
        <div class="case-sketch" id={`${id}-sketch`}>
          <RangeSketch of={distribution} />
        </div>
      </div>
      <div class="case-problem" id={`${id}-problem`}>
        {problem && <FieldError id={`${id}-error`}>{problem}</FieldError>}
      </div>
      <details class="case-more">
        <summary>
          <span class={`case-provenance case-${row.provenance}`}>
            {t(`business-case.page.provenance.${row.provenance}`)}
          </span>{' '}
          <span class="case-more-words">{t('business-case.page.row.more')}</span>
          <span class="visually-hidden">: {inputLabel(t, name)}</span>
        </summary>
        <p>
          {sourceOf(t, name)}. {t(`business-case.page.provenance.${row.provenance}.hint`)}
        </p>
        <KindField name={name} kind={kind} />
        {row.unit === 'share' && <Measured name={name} fields={fields} />}
      </details>
    </fieldset>
  )
}

interface NumberProps {
  name: InputName
  part: 'low' | 'mode' | 'high'
  kind: Kind
  fields: CaseWords['fields']
  isWrong: boolean
}

function NumberField({ name, part, kind, fields, isWrong }: NumberProps) {
  const { t } = useView()
  const id = fieldId(name)
  const own = `${id}-${part}`
  return (
    <p class={`case-number case-number-${part}`}>
      <label for={own}>
        <span data-label>{t(`business-case.page.part.${kind}.${part}` as MessageKey)}</span>
        <span class="visually-hidden">: {inputLabel(t, name)}</span>
      </label>
      <input
        class="input"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        id={own}
        name={field(name, part)}
        value={fields[field(name, part)] ?? ''}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={isWrong ? 'true' : undefined}
      />
    </p>
  )
}

function KindField({ name, kind }: { name: InputName; kind: Kind }) {
  const { t } = useView()
  const own = `${fieldId(name)}-kind`
  const possible = kinds.filter((one) => one !== 'beta' || rowOf(name).unit === 'share')
  return (
    <p class="case-kind">
      <label for={own}>
        {t('business-case.page.row.kind')}
        <span class="visually-hidden">: {inputLabel(t, name)}</span>
      </label>
      <select class="input" id={own} name={field(name, 'kind')}>
        {possible.map((one) => (
          <option key={one} value={one} selected={one === kind}>
            {t(`business-case.page.kind-of.${one}`)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** A survey of one's own updates the range beside it. */
function Measured({ name, fields }: { name: InputName; fields: CaseWords['fields'] }) {
  const { t } = useView()
  const id = fieldId(name)
  return (
    <div class="case-measured">
      <p>{t('business-case.page.row.measured')}</p>
      {(['successes', 'of'] as const).map((part) => (
        <p class="case-number" key={part}>
          <label for={`${id}-${part}`}>
            {t(`business-case.page.row.${part}`)}
            <span class="visually-hidden">: {inputLabel(t, name)}</span>
          </label>
          <input
            class="input"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            id={`${id}-${part}`}
            name={field(name, part)}
            value={fields[field(name, part)] ?? ''}
          />
        </p>
      ))}
    </div>
  )
}
