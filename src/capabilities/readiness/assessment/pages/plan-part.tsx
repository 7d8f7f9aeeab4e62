import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { count, percentage } from '#platform/i18n/numbers.ts'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import { figure } from '../figures.ts'
import type { LaunchPlan } from '../launch-plan.ts'
import { BudgetTable } from './budget-table.tsx'
import { Scale } from './scale.tsx'

/** Who first, what by which month, who does it, what it costs and when to stop. */
export function PlanPart({ x, plan }: { x: Exchange; plan: LaunchPlan }) {
  const { t } = x
  const { founders, stop } = plan
  const title = plan.isAfterRepairs ? t('readiness.plan.after-repairs.title') : t(`readiness.plan.${plan.kind}.title`)
  return (
    <Section title={title} id="plan">
      <Part title={t('readiness.plan.founders.title')}>
        <p class="readiness-lead">
          {founders.invite > 0
            ? t('readiness.plan.founders.lead', { ...founders, share: percentage(founders.acceptance, x.language) })
            : t('readiness.plan.founders.complete', { wanted: founders.wanted })}
        </p>
      </Part>
      <Part title={t('readiness.plan.months.title')}>
        <p class="readiness-lead">{t('readiness.plan.months.lead')}</p>
        <Months x={x} plan={plan} />
      </Part>
      <Part title={t('readiness.plan.content.title')}>
        <p class="readiness-lead">
          {t('readiness.plan.content.lead', { themes: plan.content.themes, product: plan.content.product })}
        </p>
        <Scale
          value={plan.content.themes}
          low={plan.content.themes}
          high={plan.content.themes}
          max={plan.content.themes + plan.content.product}
          label={t('readiness.plan.content.lead', { themes: plan.content.themes, product: plan.content.product })}
        />
        <ul class="readiness-list">
          {plan.content.pieces.map(({ kind, about, count: pieces }) => (
            <li key={kind}>
              {t('assessment.plan.pieces', { count: pieces, kind: t(`readiness.plan.piece.${kind}`) })}{' '}
              <span class="readiness-quiet">{t(`readiness.plan.piece.${about}`)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('readiness.plan.rituals.title')}>
        <ul class="readiness-list">
          {plan.rituals.map(({ id }) => (
            <li key={id}>{t(`readiness.plan.ritual.${id}`)}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('readiness.plan.roles.title')}>
        <Table
          caption={t('readiness.plan.roles.title')}
          rows={plan.roles}
          rowKey={({ role }) => role}
          columns={[
            {
              key: 'role',
              head: t('assessment.plan.role'),
              rowHead: true,
              cell: ({ role }) => t(`readiness.plan.role.${role}`),
            },
            { key: 'hours', head: t('assessment.plan.hours'), numeric: true, cell: ({ hoursPerWeek }) => hoursPerWeek },
          ]}
        />
        <p class="readiness-quiet">
          {t('readiness.plan.roles.jobs', { jobs: figure(plan.jobs, 'exact', x.language) })}
        </p>
      </Part>
      <Part title={t('readiness.plan.budget.title')}>
        <BudgetTable x={x} budget={plan.budget} />
      </Part>
      <Part title={t('readiness.plan.stop.title')}>
        <p class="readiness-lead">
          {t('readiness.plan.stop.lead', {
            firstLook: stop.firstLook,
            stopBy: stop.stopBy,
            posts: count(stop.posts, x.language),
            active: count(stop.active, x.language),
            registrations: count(stop.registrationsPerDay, x.language),
          })}
        </p>
      </Part>
    </Section>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="readiness-part">
      <h3 class="readiness-sub">{title}</h3>
      {children}
    </div>
  )
}

/** The first months differ; from the third on the rule holds, so it is told once. */
function Months({ x, plan }: { x: Exchange; plan: LaunchPlan }) {
  const { t, language } = x
  const { month: settled } = plan.stop
  return (
    <Table
      caption={t('readiness.plan.months.title')}
      rows={plan.months.filter(({ month }) => month <= settled)}
      rowKey={({ month }) => String(month)}
      columns={[
        {
          key: 'month',
          head: t('readiness.plan.months.month'),
          rowHead: true,
          cell: ({ month }) =>
            month === settled ? t('assessment.plan.from-month', { month, last: plan.stop.stopBy }) : month,
        },
        {
          key: 'posts',
          head: t('readiness.plan.months.posts'),
          numeric: true,
          cell: ({ posts }) => count(posts, language),
        },
        {
          key: 'active',
          head: t('readiness.plan.months.active'),
          numeric: true,
          cell: ({ active }) => count(active, language),
        },
        {
          key: 'registrations',
          head: t('readiness.plan.months.registrations'),
          numeric: true,
          cell: ({ registrationsPerDay }) => count(registrationsPerDay, language),
        },
      ]}
    />
  )
}
