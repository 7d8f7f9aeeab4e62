import { Action } from '../elements/action.tsx'
import { ActionRow } from '../elements/action-row.tsx'
import { Button } from '../elements/button.tsx'
import { Count } from '../elements/count.tsx'
import { LinkButton } from '../elements/link-button.tsx'
import { QuietLine } from '../elements/quiet-line.tsx'
import { ShareLink } from '../elements/share-link.tsx'
import { StateMark } from '../elements/state-mark.tsx'
import { Tag } from '../elements/tag.tsx'
import { Time } from '../elements/time.tsx'
import { Section } from '../layout/section.tsx'
import { useView } from '../view.ts'
import { Row } from './row.tsx'

export function Buttons() {
  return (
    <Section title="Buttons and actions" id="buttons">
      <Row>
        <Button type="button">Plaats je antwoord</Button>
        <Button type="button" look="secondary" icon="pencil">
          Bewerk
        </Button>
        <Button type="button" look="quiet">
          Laat maar
        </Button>
        <Button type="button" look="danger" icon="trash-2">
          Verwijder
        </Button>
        <Button type="button" disabled>
          Kan nu niet
        </Button>
        <Button type="button" data-busy="">
          Bezig
        </Button>
        <LinkButton href="#buttons" look="secondary">
          Een link
        </LinkButton>
      </Row>
      <Row>
        <Button type="button" size="small">
          Klein
        </Button>
        <Button type="button" size="small" look="secondary">
          Klein
        </Button>
        <Button type="button" size="large">
          Groot
        </Button>
      </Row>
      <ActionRow>
        <Action action="#" strong icon="check">
          Dit hielp mij ook
        </Action>
        <Action action="#" icon="heart" count={1218} pressed>
          Bedankt
        </Action>
        <Action action="#" icon="message-circle" count={2}>
          Reageren
        </Action>
        <Action href="#buttons">Volgen</Action>
        <ShareLink href="#buttons">Delen</ShareLink>
        <Action action="#" disabled>
          Kan niet meer
        </Action>
      </ActionRow>
    </Section>
  )
}

export function Marks() {
  const { now } = useView()
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return (
    <Section title="Marks">
      <Row>
        <StateMark tone="waiting">Wacht 4 min</StateMark>
        <StateMark tone="open">Beantwoord</StateMark>
        <StateMark tone="done">Bevestigd door vraagsteller</StateMark>
        <StateMark tone="verified">Geverifieerd door Zonnewinde</StateMark>
        <StateMark tone="problem">Niet opgelost</StateMark>
        <StateMark tone="quiet">Verouderd</StateMark>
      </Row>
      <Row>
        <Tag>Warmtepomp</Tag>
        <Tag href="#">Zonnepanelen</Tag>
        <Tag look="brand">Expert warmtepompen</Tag>
        <Tag look="staff">Zonnewinde</Tag>
        <Count of={12_345} />
      </Row>
      <QuietLine>
        <Time at={ago(0)} />
        <Time at={ago(12)} />
        <Time at={ago(200)} />
        <Time at={ago(1600)} />
        <Time at={ago(4000)} />
        <Time at={ago(90_000)} />
        <Time at={ago(900_000)} />
      </QuietLine>
    </Section>
  )
}
