import { Count } from '#ui/elements/count.tsx'
import { useView } from '#ui/view.ts'
import { growthFields } from '../forms.ts'
import type { GrowthInput } from '../growth.ts'

/** What was calculated with, for the print on which the form does not stand. */
export function UsedNumbers({ input }: { input: GrowthInput }) {
  const { t } = useView()
  return (
    <dl class="growth-used">
      {growthFields.map((name) => (
        <div key={name}>
          <dt>{t(`growth.field.${name}`)}</dt>
          <dd>
            <Count of={input[name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
