import { Icon, type IconName } from '../elements/icon.tsx'
import { icons } from '../elements/icons.generated.ts'
import { Prose } from '../elements/prose.tsx'
import { Title } from '../elements/title.tsx'
import { Section } from '../layout/section.tsx'
import { FormElements } from './forms.tsx'
import { Buttons, Marks } from './marks.tsx'
import { Floating, Lists, Messages, Staff } from './pages.tsx'
import { People } from './people.tsx'

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
