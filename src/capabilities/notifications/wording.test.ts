import { expect, it } from 'vitest'
import { excerpt } from './wording.ts'

it('the items of a list stay apart on the one line that a notice or mail has', () => {
  expect(excerpt('<p>Dit hielp:</p><ul>\n<li>kraan dicht</li>\n<li><p>knop om</p></li>\n</ul>')).toBe(
    'Dit hielp: • kraan dicht • knop om',
  )
})
