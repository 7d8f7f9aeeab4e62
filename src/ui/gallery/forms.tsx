import { BigAsk } from '../elements/big-ask.tsx'
import { Button } from '../elements/button.tsx'
import { Checkbox } from '../elements/checkbox.tsx'
import { ErrorSummary } from '../elements/error-summary.tsx'
import { Field } from '../elements/field.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { Form } from '../elements/form.tsx'
import { Radios } from '../elements/radios.tsx'
import { Select } from '../elements/select.tsx'
import { TextArea } from '../elements/text-area.tsx'
import { TextInput } from '../elements/text-input.tsx'
import { Section } from '../layout/section.tsx'

const problems = [
  { field: 'email', message: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl' },
  { field: 'rules', message: 'Zonder de huisregels kan het niet' },
]
const boards = [
  { label: 'Warmte', choices: [{ value: 'heating', label: 'Verwarming' }] },
  { label: 'Stroom', choices: [{ value: 'solar', label: 'Zonnepanelen' }] },
]

/** The fields of the gallery, at rest and with problems. */
export function FormElements() {
  return (
    <Section title="Forms">
      <ErrorSummary problems={problems} />
      <Form action="#" multipart class="gallery-narrow">
        <Field name="title" label="Je vraag" hint="Schrijf het zoals je het aan een buur zou vragen." required>
          <TextInput placeholder="Bijvoorbeeld: mijn warmtepomp slaat steeds aan en uit" />
        </Field>
        <Field name="email" label="E-mailadres" error="Vul een e-mailadres in, zoals naam@voorbeeld.nl">
          <TextInput type="email" value="henk@" autocomplete="email" />
        </Field>
        <Field name="body" label="Vertel er wat meer over" optional>
          <TextArea value="De thermostaat staat op 19,5 °C." />
        </Field>
        <Field name="board" label="Onderwerp">
          <Select empty="Kies een onderwerp" value="heating" choices={boards} />
        </Field>
        <Field name="off" label="Kan nu niet">
          <TextInput value="ligt vast" disabled />
        </Field>
        <Field name="picture" label="Foto" hint="Tot 8 MB.">
          <FileInput accept="image/*" />
        </Field>
        <Radios
          name="mail"
          legend="Hoe vaak wil je mail?"
          value="day"
          choices={[
            { value: 'now', label: 'Meteen', hint: 'Bij elk antwoord' },
            { value: 'day', label: 'Eens per dag' },
            { value: 'off', label: 'Nooit' },
          ]}
        />
        <Checkbox name="follow" label="Houd me op de hoogte" checked hint="Je kunt dit later uitzetten." />
        <Checkbox name="rules" label="Ik houd me aan de huisregels" error="Zonder de huisregels kan het niet" />
        <div class="buttons">
          <Button>Plaats je vraag</Button>
          <Button type="button" look="quiet">
            Bewaar voor later
          </Button>
        </div>
      </Form>
      <BigAsk
        action="/search"
        label="Je vraag"
        placeholder="Bijvoorbeeld: mijn zonnepanelen leveren niets meer"
        button="Vraag het"
      />
    </Section>
  )
}
