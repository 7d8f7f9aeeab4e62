import { expect, it } from 'vitest'
import { readTexts } from '#platform/i18n/translate.ts'
import { DECISIONS, ENABLERS, GATES, ITEMS, REASONS } from './assessment.ts'
import { PLACE_ANSWERS, PLACE_CRITERIA } from './elsewhere.ts'
import { ANSWERS, CONFIDENCES, ITEM_LIST, scoreOf, WEIGHTS } from './items.ts'
import { OBJECTIVES, SIGNALS } from './objectives.ts'
import { BUDGET_LINES, PRODUCT_PIECES, RITUALS, ROLES, THEME_PIECES } from './plan-assumptions.ts'
import { REACH_SOURCES } from './reach.ts'
import { SOURCES } from './sources.ts'

it('the weights of the enablers add up to one', () => {
  expect(ENABLERS.reduce((sum, id) => sum + WEIGHTS[id], 0)).toBeCloseTo(1, 12)
})

it('each item has five anchors, 25 points apart, and each says what it rests on', () => {
  expect(ITEM_LIST.map(({ id }) => id)).toEqual([...ITEMS])
  for (const { anchors } of ITEM_LIST) {
    expect(anchors.map(({ answer }) => scoreOf(answer))).toEqual([0, 25, 50, 75, 100])
    for (const { provenance, source } of anchors) expect(source === null).toBe(provenance === 'assumption')
  }
})

it('every source that is named can be looked up', () => {
  const named = ITEM_LIST.flatMap(({ source, anchors }) => [source, ...anchors.map((anchor) => anchor.source)])
  for (const source of named) if (source !== null) expect(Object.keys(SOURCES)).toContain(source)
})

it('whatever can be asked or answered has its words in Dutch and in English', () => {
  const keys = [
    ...ITEMS.flatMap((id) => ['name', 'question', 'why', 'example', 'repair'].map((part) => `item.${id}.${part}`)),
    ...ITEMS.flatMap((id) => ANSWERS.map((answer) => `item.${id}.anchor.${answer}`)),
    ...CONFIDENCES.map(({ code }) => `item.confidence.${code}`),
    ...['published', 'derived', 'assumption'].map((code) => `item.provenance.${code}`),
    ...DECISIONS.flatMap((decision) => [`decision.${decision}.title`, `decision.${decision}.lead`]),
    ...REASONS.map((reason) => `decision.reason.${reason}`),
    ...GATES.flatMap((id) => ['name', 'passed', 'failed'].map((part) => `gate.${id}.${part}`)),
    ...['gate.legal.unknown', 'gate.criticalMass.unknown'],
    ...PLACE_CRITERIA.map(({ id }) => `elsewhere.criterion.${id}`),
    ...PLACE_ANSWERS.map((answer) => `elsewhere.answer.${answer}`),
    ...REACH_SOURCES.map((source) => `reach.source.${source}`),
    ...OBJECTIVES.flatMap((id) => [`objective.${id}.name`, `objective.${id}.lead`]),
    ...SIGNALS.map((signal) => `objective.signal.${signal}`),
    ...[...THEME_PIECES, ...PRODUCT_PIECES].map((kind) => `plan.piece.${kind}`),
    ...RITUALS.flatMap(({ id, every }) => [`plan.ritual.${id}`, `plan.every.${every}`]),
    ...ROLES.map((role) => `plan.role.${role}`),
    ...BUDGET_LINES.map((line) => `plan.budget.${line}`),
  ]
  const { nl, en } = readTexts()
  for (const texts of [nl, en]) expect(keys.filter((key) => !texts.get(`readiness.${key}`))).toEqual([])
})
