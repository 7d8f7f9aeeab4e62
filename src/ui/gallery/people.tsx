import { Avatar } from '../elements/avatar.tsx'
import { PersonLine } from '../elements/person-line.tsx'
import { QuietLine } from '../elements/quiet-line.tsx'
import { Tag } from '../elements/tag.tsx'
import { Section } from '../layout/section.tsx'
import { Row } from './row.tsx'

const names = [
  'Henk de Vries',
  'Yara',
  'Joris Bakker',
  'Fatima El Idrissi',
  'Noor',
  'Sam',
  'Piet Jansen',
  'Lotte',
  'Émile',
]
const more = [
  'Anneke',
  'Şükran',
  'Bas',
  'Wietske',
  'Jaap',
  'Çelik',
  'Mira',
  'Dirk van den Berg',
  'Ada',
  'Eva',
  'Tom',
  'Zoë',
]

export function People() {
  return (
    <Section title="People">
      <Row>
        {[...names, ...more].map((name) => (
          <Avatar name={name} seed={name} key={name} />
        ))}
      </Row>
      <Row>
        <Avatar name="Henk" seed="7" size="small" label="Henk" />
        <Avatar name="Henk" seed="7" />
        <Avatar name="Henk" seed="7" size="large" />
        <Avatar name="Henk" seed="7" size="huge" />
      </Row>
      <PersonLine person={{ name: 'Henk', seed: '7' }} href="#" beside={<Tag>Expert warmtepompen</Tag>} figure={31}>
        <QuietLine>
          <span>lid sinds 2022</span>
          <span>niet in dienst van Zonnewinde</span>
        </QuietLine>
      </PersonLine>
    </Section>
  )
}
