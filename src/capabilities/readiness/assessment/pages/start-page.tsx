import type { Exchange } from '#community/exchange.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Section } from '#ui/layout/section.tsx'
import { businessCasePath, growthPath } from '../../paths.ts'
import { EXAMPLE_BRANDS, exampleAnswers } from '../example-brands.ts'
import { questionsPath, resultPath } from '../paths.ts'
import { ReadinessPage } from './readiness-page.tsx'

const FACTS = ['time', 'honest', 'nothing-kept', 'together'] as const

/** What it is, how long it takes, and a button to begin. */
export function StartPage({ x }: { x: Exchange }) {
  const { t } = x
  return (
    <ReadinessPage x={x} title={t('assessment.title')}>
      <div class="readiness-start">
        <Title lead={t('assessment.lead')}>{t('assessment.title')}</Title>
        <LinkButton href={questionsPath()} size="large" icon="arrow-right">
          {t('assessment.start')}
        </LinkButton>
        <dl class="readiness-facts">
          {FACTS.map((fact) => (
            <div key={fact}>
              <dt>{t(`assessment.fact.${fact}.title`)}</dt>
              <dd>{t(`assessment.fact.${fact}`)}</dd>
            </div>
          ))}
        </dl>
        <Section title={t('assessment.examples.title')}>
          <p class="readiness-lead">{t('assessment.examples.lead')}</p>
          <ul class="readiness-examples">
            {EXAMPLE_BRANDS.map((brand) => (
              <li key={brand}>
                <a href={resultPath({ ...exampleAnswers[brand], title: t(`assessment.example.${brand}.title`) })}>
                  {t(`assessment.example.${brand}.title`)}
                </a>
                <p>{t(`assessment.example.${brand}`)}</p>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('assessment.further.title')}>
          <ul class="readiness-examples">
            <li>
              <a href={businessCasePath}>{t('assessment.further.case.title')}</a>
              <p>{t('assessment.further.case')}</p>
            </li>
            <li>
              <a href={growthPath}>{t('assessment.further.growth.title')}</a>
              <p>{t('assessment.further.growth')}</p>
            </li>
          </ul>
        </Section>
      </div>
    </ReadinessPage>
  )
}
