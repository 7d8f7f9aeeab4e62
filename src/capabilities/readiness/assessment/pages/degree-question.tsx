import { Radios } from '#ui/elements/radios.tsx'
import { errorFor, type Filled } from '../words.ts'

interface DegreeQuestionProps {
  form: Filled
  name: string
  question: string
  degrees: readonly { value: number; label: string }[]
}

/** A short question with a row of degrees; it may be left open. */
export function DegreeQuestion({ form, name, question, degrees }: DegreeQuestionProps) {
  return (
    <div class="readiness-degree">
      <Radios
        name={name}
        legend={question}
        value={form.words[name] ?? null}
        error={errorFor(form, name)}
        choices={degrees.map(({ value, label }) => ({ value: String(value), label }))}
        inline
      />
    </div>
  )
}
