import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Notice } from '#ui/elements/notice.tsx'
import { useView } from '#ui/view.ts'
import type { CaseResult, Flag, OtherMethods } from '../case.ts'
import { percent, plain } from '../figures.ts'
import { isInputName } from '../inputs.ts'
import { inputLabel } from '../texts.ts'

/** What deserves a second look, what research disagrees about, and what must not be counted twice. */
export function FlagsPart({ result: { flags, objectives, otherMethods } }: { result: CaseResult }) {
  const { t } = useView()
  return (
    <section class="case-part" aria-labelledby="flags-title">
      <h3 id="flags-title">{t('business-case.page.flags.title')}</h3>
      {flags.length === 0 ? (
        <p>{t('business-case.page.flags.none')}</p>
      ) : (
        flags.map((flag) => <FlagNotice key={`${flag.id} ${flag.values.input ?? ''}`} flag={flag} />)
      )}
      <details id="evidence-sales" open={objectives.includes('sales')}>
        <summary>{t('business-case.page.evidence.title')}</summary>
        <p>{t('business-case.page.evidence.lead')}</p>
        <ul class="case-list">
          <li>{t('business-case.page.evidence.for')}</li>
          <li>{t('business-case.page.evidence.against')}</li>
          <li>{t('business-case.page.evidence.referral')}</li>
        </ul>
        <p>{t('business-case.page.evidence.so')}</p>
      </details>
      {otherMethods && <MethodsPart methods={otherMethods} />}
      <details id="overlap">
        <summary>{t('business-case.page.overlap.title')}</summary>
        <ul class="case-list">
          {['issue', 'visits', 'recontact', 'knowledge', 'cost', 'risk', 'alternatives'].map((rule) => (
            <li key={rule}>{t(`business-case.page.overlap.${rule}` as MessageKey)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function FlagNotice({ flag }: { flag: Flag }) {
  const { t } = useView()
  const { input } = flag.values
  const values =
    typeof input === 'string' && isInputName(input) ? { ...flag.values, input: inputLabel(t, input) } : flag.values
  return (
    <Notice tone="warn">
      <p>{t(`business-case.flag.${flag.id}` as MessageKey, values)}</p>
    </Notice>
  )
}

/** How much a definition decides. */
function MethodsPart({ methods }: { methods: OtherMethods }) {
  const { t, language } = useView()
  const say = (roi: number | null) => (roi === null ? '–' : percent(roi, language))
  return (
    <details id="other-methods">
      <summary>{t('business-case.page.methods.title')}</summary>
      <p>{t('business-case.page.methods.lead')}</p>
      <ul class="case-list">
        <li>{t('business-case.page.methods.survey', { contacts: plain(methods.surveyContacts, language) })}</li>
        <li>{t('business-case.page.methods.gross', { roi: say(methods.grossRoi) })}</li>
        <li>{t('business-case.page.methods.answers', { roi: say(methods.grossRoiOfAnswers) })}</li>
      </ul>
    </details>
  )
}
