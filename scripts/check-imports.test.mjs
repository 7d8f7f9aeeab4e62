import { describe, expect, test } from 'vitest'
import { problemsOf } from './check-imports.mjs'

const one = (path, text = '') => problemsOf([{ path, text }])

describe('imports', () => {
  const fine = [
    ['src/capabilities/questions/routes.tsx', "import { a } from '#community/members/members.ts'"],
    ['src/capabilities/questions/pages/ask.tsx', "import { a } from '../paths.ts'"],
    ['src/capabilities/questions/actions.ts', "import { a } from '#capabilities/questions/rules.ts'"],
    ['src/ui/layout/document.tsx', "import { a } from '../view.ts'"],
    ['src/app/browser.ts', "import '@hotwired/turbo'\nimport('#ui/browser/composer.ts')"],
    ['src/community/drafts/drafts.test.ts', "import { testDatabase } from '#test/database.ts'"],
    ['test/e2e/asking.test.ts', "import { site } from '#app/server.ts'"],
  ]
  test.each(fine)('%s may import as it does', (path, text) => expect(one(path, text)).toEqual([]))

  const wrong = [
    ['src/platform/db/x.ts', "import { a } from '#community/members/members.ts'", 'imports point down'],
    ['src/ui/x.ts', "import type { A } from '#app/main.ts'", 'imports point down'],
    [
      'src/capabilities/search/x.ts',
      "import {\n  a,\n} from '#capabilities/questions/rules.ts'",
      'do not know one another',
    ],
    [
      'src/capabilities/search/x.ts',
      "const a = await import('#capabilities/questions/rules.ts')",
      'do not know one another',
    ],
    ['src/community/members/x.ts', "import { a } from '../topics/topics.ts'", 'leaves its own folder'],
    ['src/community/members/x.ts', "import { a } from './y'", 'with its extension'],
    ['src/community/members/x.ts', "import { a } from '#test/database.ts'", 'only there for tests'],
    ['src/community/members/x.ts', "export { a } from './y.ts'", 'from the file that defines it'],
    ['src/community/members/x.ts', "export * from './y.ts'", 'from the file that defines it'],
  ]
  test.each(wrong)('%s is told about %s', (path, text, lesson) => {
    expect(one(path, text).join()).toContain(lesson)
  })
})

describe('names', () => {
  test.each(['member-service.ts', 'utils.ts', 'helpers.tsx', 'user-data.ts'])('%s says too little', (name) => {
    expect(one(`src/community/members/${name}`).join()).toContain('does not say what is inside')
  })

  test.each(['database.ts', 'information.ts', 'accepted-answer.test.ts'])('%s is fine', (name) => {
    expect(one(`src/community/members/${name}`)).toEqual([])
  })

  test('an index is the manifest of a capability and nothing else', () => {
    expect(one('src/capabilities/questions/index.ts')).toEqual([])
    expect(one('src/community/members/index.ts').join()).toContain('only the manifest')
  })

  test('a file in capitals is told of kebab-case', () => {
    expect(one('src/ui/elements/BigAsk.tsx').join()).toContain('kebab-case')
  })
})
