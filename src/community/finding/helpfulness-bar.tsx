import type { Exchange } from '#community/exchange.ts'
import { cameBySearching } from '#community/reads/readers.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'

/** "Did this solve it?", for whoever came here by the one box. One tap, no signing in; once per visit. */
export function HelpfulnessBar({ x, questionId }: { x: Exchange; questionId: string }) {
  if (!cameBySearching(x.query)) return null
  const { t } = x
  return (
    <turbo-frame id="helpfulness" target="_top">
      <Form
        action={`/questions/${questionId}/helpfulness`}
        class="helpfulness helpfulness-form"
        data-turbo-frame="helpfulness"
        data-once-per-visit
      >
        <p id="helpfulness-asked">{t('search.helpful.asked')}</p>
        <p class="helpfulness-choices">
          <Button look="secondary" size="small" name="solved" value="yes">
            {t('search.helpful.yes')}
          </Button>
          <Button look="secondary" size="small" name="solved" value="no">
            {t('search.helpful.no')}
          </Button>
        </p>
      </Form>
    </turbo-frame>
  )
}
