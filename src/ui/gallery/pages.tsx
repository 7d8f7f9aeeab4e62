import { Breadcrumbs } from '../elements/breadcrumbs.tsx'
import { Card } from '../elements/card.tsx'
import { Count } from '../elements/count.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { DialogLink } from '../elements/dialog-link.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { Entries, Entry } from '../elements/entry.tsx'
import { Highlight } from '../elements/highlight.tsx'
import { KeyValues } from '../elements/key-values.tsx'
import { LinkButton } from '../elements/link-button.tsx'
import { Menu } from '../elements/menu.tsx'
import { MenuButton, MenuGroup, MenuLink } from '../elements/menu-items.tsx'
import { Notice } from '../elements/notice.tsx'
import { Pager } from '../elements/pager.tsx'
import { Progress } from '../elements/progress.tsx'
import { Prose } from '../elements/prose.tsx'
import { QuietLine } from '../elements/quiet-line.tsx'
import { StateMark } from '../elements/state-mark.tsx'
import { Table } from '../elements/table.tsx'
import { Tabs } from '../elements/tabs.tsx'
import { Tag } from '../elements/tag.tsx'
import { Section } from '../layout/section.tsx'
import { Row } from './row.tsx'

export function Lists() {
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

export function Messages() {
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

export function Floating() {
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

export function Staff() {
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
