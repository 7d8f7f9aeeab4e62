import type { VNode } from 'preact'
import { unnamedBrand } from '#community/brand/brand.ts'
import type { Exchange } from '#community/exchange.ts'
import { keepsSettings } from '#community/members/actor.ts'
import { Icon } from '#ui/elements/icon.tsx'
import { Section } from '#ui/layout/section.tsx'
import { askPath, boardsPath, productsPath, rolesPath, settingsPath } from '../paths.ts'
import { type Begun, findBegun } from './queries.ts'

/** A community in which so much was asked has begun, whatever is left undone. */
const QUESTIONS_OF_A_BEGUN_ONE = 10

interface Step {
  readonly name: 'brand' | 'boards' | 'products' | 'roles' | 'question'
  readonly path: string
  readonly isDone: boolean
}

/** What is left to do before the first members come, for who may do it. */
export async function Beginning(x: Exchange): Promise<VNode | null> {
  if (!keepsSettings(x.viewer)) return null
  const begun = await findBegun(x.db, QUESTIONS_OF_A_BEGUN_ONE)
  const steps = stepsOf(x, begun)
  if (begun.questions === QUESTIONS_OF_A_BEGUN_ONE || steps.every(({ isDone }) => isDone)) return null
  return (
    <Section title={x.t('settings.beginning.title')}>
      <ul class="beginning">
        {steps.map(({ name, path, isDone }) => (
          <li key={name} class={isDone ? 'beginning-done' : undefined}>
            <Icon name={isDone ? 'circle-check' : 'arrow-right'} />
            <a href={path}>{x.t(`settings.beginning.${name}`)}</a>
            {isDone && <span class="visually-hidden">{x.t('settings.beginning.done')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function stepsOf({ brand }: Exchange, { boards, products, keepers, questions }: Begun): Step[] {
  const hasOwnLook = brand.logoId !== null || brand.hue !== unnamedBrand.hue
  return [
    { name: 'brand', path: settingsPath, isDone: hasOwnLook },
    // One is there from the start.
    { name: 'boards', path: boardsPath, isDone: boards > 1 },
    { name: 'products', path: productsPath, isDone: products > 0 },
    { name: 'roles', path: rolesPath, isDone: keepers > 1 },
    { name: 'question', path: askPath, isDone: questions > 0 },
  ]
}
