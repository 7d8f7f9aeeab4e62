import type { ComponentChildren } from 'preact'
import { Action } from './elements/action.tsx'
import { ActionRow } from './elements/action-row.tsx'
import { Avatar } from './elements/avatar.tsx'
import { Breadcrumbs } from './elements/breadcrumbs.tsx'
import { Button } from './elements/button.tsx'
import { Card } from './elements/card.tsx'
import { Count } from './elements/count.tsx'
import { Dialog } from './elements/dialog.tsx'
import { DialogLink } from './elements/dialog-link.tsx'
import { EmptyState } from './elements/empty-state.tsx'
import { Entries, Entry } from './elements/entry.tsx'
import { Highlight } from './elements/highlight.tsx'
import { Icon, type IconName } from './elements/icon.tsx'
import { icons } from './elements/icons.generated.ts'
import { KeyValues } from './elements/key-values.tsx'
import { LinkButton } from './elements/link-button.tsx'
import { Menu } from './elements/menu.tsx'
import { MenuButton, MenuGroup, MenuLink } from './elements/menu-items.tsx'
import { Notice } from './elements/notice.tsx'
import { Pager } from './elements/pager.tsx'
import { PersonLine } from './elements/person-line.tsx'
import { Progress } from './elements/progress.tsx'
import { Prose } from './elements/prose.tsx'
import { QuietLine } from './elements/quiet-line.tsx'
import { ShareLink } from './elements/share-link.tsx'
import { StateMark } from './elements/state-mark.tsx'
import { Table } from './elements/table.tsx'
import { Tabs } from './elements/tabs.tsx'
import { Tag } from './elements/tag.tsx'
import { Time } from './elements/time.tsx'
import { Title } from './elements/title.tsx'
import { FormElements } from './gallery-forms.tsx'
import { Section } from './layout/section.tsx'
import { useView } from './view.ts'

// A page for builders only: its words are not translated.

/** Every element in every state, on /dev/ui. */
export function Gallery() {
  return (
    <>
      <Title lead="Every element in every state. Look here before making a new one.">The parts of a page</Title>
      <Buttons />
      <Marks />
      <People />
      <Lists />
      <Messages />
      <FormElements />
      <Floating />
      <Staff />
      <Section title="Prose">
        <Prose html={proseExample} />
      </Section>
      <Icons />
    </>
  )
}

function Row({ children }: { children: ComponentChildren }) {
  return <div class="gallery-row">{children}</div>
}

function Buttons() {
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

function Marks() {
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

function People() {
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

function Lists() {
  const tabs = [
    { href: '#new', label: 'Nieuw', current: true },
    { href: '#open', label: 'Zonder antwoord', count: 23 },
    { href: '#solved', label: 'Opgelost' },
  ]
  return (
    <Section title="Lists" beside={<Tabs tabs={tabs} label="Soorten vragen" />}>
      <Entries>
        <Entry href="#" title="Loont een thuisbatterij nog?" figure={{ value: 4, label: 'antwoorden', done: true }}>
          <QuietLine>
            <StateMark tone="done">Bevestigd</StateMark>
            <span>Noor vroeg het een uur geleden</span>
            <Tag>Batterij</Tag>
          </QuietLine>
        </Entry>
        <Entry
          href="#"
          title="Omvormerstoringsmeldingscodeoverzichtspagina geeft code 3012 na het onweer van gisteravond"
          figure={{ value: 0, label: 'antwoorden' }}
          snippet={
            <>
              Sinds gisteravond staat er <mark>code 3012</mark> op het scherm van de omvormer en leveren de panelen
              niets.
            </>
          }
        >
          <QuietLine>
            <StateMark tone="waiting">Wacht 4 min</StateMark>
            <span>17 leden hebben dit ook</span>
          </QuietLine>
        </Entry>
      </Entries>
      <Pager previous="#previous" next="#next" />
      <Breadcrumbs
        crumbs={[
          { href: '#1', label: 'Vragen' },
          { href: '#2', label: 'Verwarming' },
          { href: '#3', label: 'Warmtepomp' },
        ]}
      />
      <Highlight label="Dit hielp Fatima en 18 anderen">
        <Prose html="<p>Zet alle groepen van de vloerverwarming open.</p>" />
      </Highlight>
    </Section>
  )
}

function Messages() {
  return (
    <Section title="Messages">
      <Notice title="Storing slimme meters, regio Zwolle" tone="warn" plain>
        <p>Sinds 08.40 uur. 132 leden melden hetzelfde.</p>
      </Notice>
      <Notice tone="info">
        <p>Je kijkt naar een vraag in het Engels.</p>
      </Notice>
      <Notice tone="success" title="Je antwoord staat erbij">
        <p>
          Fatima krijgt een bericht. <a href="#top">Bekijk het</a>
        </p>
      </Notice>
      <Notice tone="danger">
        <p>Deze vraag is gesloten.</p>
      </Notice>
      <EmptyState
        icon="message-circle"
        title="Hier is het nog stil"
        action={<LinkButton href="#ask">Stel de eerste vraag</LinkButton>}
      >
        <p>Er is over dit onderwerp nog niets gevraagd.</p>
      </EmptyState>
      <Progress label="Vragen worden ingelezen" share={0.42} />
      <Progress label="Even geduld" share={null} />
    </Section>
  )
}

function Floating() {
  return (
    <Section title="What floats">
      <Row>
        <Menu look="button" summary="Meer">
          <MenuGroup>
            <MenuLink href="#a" icon="pencil">
              Bewerk
            </MenuLink>
            <MenuLink href="#b" icon="history">
              Eerdere versies
            </MenuLink>
          </MenuGroup>
          <MenuGroup>
            <MenuButton action="#" icon="trash-2" danger>
              Verwijder
            </MenuButton>
          </MenuGroup>
        </Menu>
        <DialogLink opens="example" href="#example">
          Open een venster
        </DialogLink>
      </Row>
      <Dialog id="example" title="Waarom klopt dit niet meer?">
        <p>Een venster houdt één korte vraag.</p>
      </Dialog>
      <Card>
        <p>Een kaart staat los van de pagina, zoals bij het inloggen.</p>
      </Card>
    </Section>
  )
}

function Staff() {
  const rows = [
    { name: 'Verwarming', questions: 1204, answer: '6 min' },
    { name: 'Zonnepanelen', questions: 871, answer: '9 min' },
    { name: 'Rekening', questions: 340, answer: '38 min' },
  ]
  return (
    <Section title="Table and facts">
      <Table
        caption="Onderwerpen"
        rowKey={(row) => row.name}
        rows={rows}
        columns={[
          { key: 'name', head: 'Onderwerp', cell: (row) => row.name, rowHead: true },
          {
            key: 'questions',
            head: 'Vragen',
            cell: (row) => <Count of={row.questions} />,
            numeric: true,
            sortHref: '#',
            sorted: 'descending',
          },
          { key: 'answer', head: 'Eerste antwoord', cell: (row) => row.answer, numeric: true },
        ]}
      />
      <div class="gallery-narrow">
        <KeyValues
          of={[
            { key: 'Product', value: 'ZW-Aero 6' },
            { key: 'Gelezen', value: '412 keer' },
            { key: 'Opgelost na', value: '38 min' },
          ]}
        />
      </div>
    </Section>
  )
}

function Icons() {
  return (
    <Section title="Icons">
      <ul class="gallery-row">
        {(Object.keys(icons) as IconName[]).map((name) => (
          <li key={name} title={name}>
            <Icon name={name} label={name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const proseExample = `<p>Dat heet <strong>pendelen</strong>: de pomp maakt sneller warmte dan je huis kwijt kan.
Lees ook <a href="#">wat een goede stooklijn is</a>.</p><h2>Drie dingen helpen</h2><ol><li>Zet alle groepen open.</li>
<li>Verlaag de stooklijn met één stap.</li><li>Zet de nachtverlaging uit.</li></ol><blockquote><p>Slijtage valt mee.</p></blockquote>
<ul><li>Code <code>3012</code> is een aardfout</li><li>Code <code>3020</code> is te warm</li></ul><pre tabindex="0"><code>stooklijn = 35 °C bij -10 °C buiten</code></pre>
<table><thead><tr><th>Buiten</th><th>Aanvoer</th></tr></thead><tbody><tr><td>-10 °C</td><td>35 °C</td></tr><tr><td>10 °C</td><td>26 °C</td></tr></tbody></table>`
