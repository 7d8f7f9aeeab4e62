import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Button } from '#ui/elements/button.tsx'
import { Checkbox } from '#ui/elements/checkbox.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field, FieldError } from '#ui/elements/field.tsx'
import { fieldId } from '#ui/elements/field-context.ts'
import { Form } from '#ui/elements/form.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { useView } from '#ui/view.ts'
import { businessCasePath, caseFilePath, resultsPath } from '../../paths.ts'
import { objectiveKeys } from '../case.ts'
import { type CaseWords, type FieldProblem, MOST_OVERLAPS, overlapField, settings } from '../case-fields.ts'
import { distributionIn } from '../forms.ts'
import { type Group, groups } from '../groups.ts'
import { brandSizes } from '../inputs/row.ts'
import { fieldLabel, problemWords } from '../problem-words.ts'
import { objectiveLabel } from '../texts.ts'
import { InputRow } from './input-row.tsx'

interface CaseFormProps {
  words: CaseWords
  problems: readonly FieldProblem[]
}

/** Everything that can be set, in groups that open and close. */
export function CaseForm({ words, problems }: CaseFormProps) {
  const { t } = useView()
  return (
    <Form action={businessCasePath} class="case-form" id="case-form" data-turbo="false" novalidate>
      <ErrorSummary
        problems={problems.map((problem) => ({
          field: problem.field,
          message: `${fieldLabel(t, problem.field)}: ${problemWords(t, problem)}`,
        }))}
      />
      <input type="hidden" name="size" value={words.size} />
      <p class="case-note">{t('business-case.page.notation')}</p>
      <Settings words={words} problems={problems} />
      <h3 id="field-objectives">{t('business-case.page.objectives')}</h3>
      <p class="field-hint">{t('business-case.page.objectives.hint')}</p>
      <ProblemPlace name="objectives" problem={problems.find(({ field }) => field === 'objectives')} />
      {groups.map((group) => (
        <GroupPart key={group.name} group={group} words={words} problems={problems} />
      ))}
      <Overlaps words={words} problems={problems} />
      <div class="case-actions">
        <Button>{t('business-case.page.calculate')}</Button>
        <Button look="secondary" icon="download" formAction={caseFilePath} data-file="json">
          {t('business-case.page.save-json')}
        </Button>
        <Button look="secondary" icon="download" formAction={resultsPath} data-file="csv">
          {t('business-case.page.save-csv')}
        </Button>
        <Button look="quiet" icon="download" formAction={`${resultsPath}?notation=other`} data-file="csv-other">
          {t('business-case.page.save-csv.other')}
        </Button>
      </div>
    </Form>
  )
}

/** A form of its own: choosing a size replaces what stands in the other. */
export function SizeForm({ words }: { words: CaseWords }) {
  const { t } = useView()
  return (
    <Form action={businessCasePath} method="get" class="case-size" data-turbo="false">
      <Field name="size" label={t('business-case.page.size')} hint={t('business-case.page.size.hint')}>
        <Select
          value={words.size}
          choices={brandSizes.map((size) => ({
            value: size,
            label: t(`business-case.page.size.${size}` as MessageKey),
          }))}
        />
      </Field>
      <Button look="secondary">{t('business-case.page.size.take')}</Button>
    </Form>
  )
}

function Settings({ words, problems }: CaseFormProps) {
  const { t } = useView()
  return (
    <div class="case-settings">
      {settings.map((name) => {
        const problem = problems.find(({ field }) => field === name)
        const id = fieldId(name)
        return (
          <div class={problem ? 'case-setting field-wrong' : 'case-setting'} key={name}>
            <label class="field-label" for={id}>
              {t(`business-case.page.setting.${name}` as MessageKey)}
            </label>
            <input
              class="input"
              id={id}
              name={name}
              value={words.fields[name] ?? ''}
              inputMode="decimal"
              autocomplete="off"
              aria-describedby={`${id}-hint ${id}-problem`}
              aria-invalid={problem ? 'true' : undefined}
            />
            <p class="field-hint" id={`${id}-hint`}>
              {t(`business-case.page.setting.${name}.hint` as MessageKey)}
            </p>
            <ProblemPlace name={name} problem={problem} />
          </div>
        )
      })}
    </div>
  )
}

/** Always there, so that a script can say in it what is wrong now. */
function ProblemPlace({ name, problem }: { name: string; problem?: FieldProblem }) {
  const { t } = useView()
  const id = fieldId(name)
  return (
    <div class="case-problem" id={`${id}-problem`}>
      {problem && <FieldError id={`${id}-error`}>{problemWords(t, problem)}</FieldError>}
    </div>
  )
}

/** Benefit that two objectives would both count. */
function Overlaps({ words: { fields }, problems }: CaseFormProps) {
  const { t } = useView()
  const filled = Array.from({ length: MOST_OVERLAPS }, (_, at) => at).filter((at) => fields[overlapField(at, 'share')])
  const rows = Math.min(MOST_OVERLAPS, (filled.at(-1) ?? -1) + 2)
  const problem = problems.find(({ field }) => field === 'overlaps')
  const choices = objectiveKeys.map((key) => ({ value: key, label: objectiveLabel(t, key) }))
  return (
    <section class="case-group" id="field-overlaps">
      <details open={problem !== undefined || filled.length > 0} id="group-overlaps">
        <summary>
          <b>{t('business-case.page.overlaps')}</b>
        </summary>
        <p class="field-hint">{t('business-case.page.overlaps.hint')}</p>
        {Array.from({ length: rows }, (_, at) => (
          <div class="case-overlap case-row" key={at}>
            {(['of', 'countedIn'] as const).map((part) => (
              <Field key={part} name={overlapField(at, part)} label={t(`business-case.page.overlaps.${part}`)}>
                <Select value={fields[overlapField(at, part)] ?? ''} choices={choices} empty="–" />
              </Field>
            ))}
            <Field name={overlapField(at, 'share')} label={t('business-case.page.overlaps.share')}>
              <TextInput value={fields[overlapField(at, 'share')] ?? ''} inputMode="decimal" autocomplete="off" />
            </Field>
          </div>
        ))}
        <ProblemPlace name="overlaps" problem={problem} />
      </details>
    </section>
  )
}

function GroupPart({ group, words, problems }: CaseFormProps & { group: Group }) {
  const { t, language } = useView()
  const { name, objective, inputs } = group
  const isOn = objective === null || words.objectives.includes(objective)
  const own = problems.filter(({ field }) => inputs.some((input) => input === field))
  return (
    <section class={isOn ? 'case-group' : 'case-group case-group-off'} data-group={name}>
      {objective !== null && (
        <Checkbox
          name="objectives"
          id={`objective-${objective}`}
          value={objective}
          checked={isOn}
          label={<b>{objectiveLabel(t, objective)}</b>}
          hint={t(`business-case.page.objective.${objective}.hint` as MessageKey)}
        />
      )}
      <details open={own.length > 0} id={`group-${name}`}>
        <summary>
          {objective === null ? (
            <b>{t(`business-case.page.group.${name}` as MessageKey)}</b>
          ) : (
            t('business-case.page.objective.inputs', { count: inputs.length })
          )}
          {objective !== null && <span class="visually-hidden">: {objectiveLabel(t, objective)}</span>}
        </summary>
        {inputs.map((input) => {
          const problem = own.find(({ field }) => field === input)
          return (
            <InputRow
              key={input}
              name={input}
              fields={words.fields}
              problem={problem && problemWords(t, problem)}
              distribution={distributionIn(words.fields, input, language)}
            />
          )
        })}
      </details>
    </section>
  )
}
