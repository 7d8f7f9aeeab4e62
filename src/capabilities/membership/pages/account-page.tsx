import type { MemberExchange } from '#community/exchange.ts'
import type { Block } from '#community/members/members.ts'
import { Page } from '#community/page.tsx'
import type { Product } from '#community/topics/products.ts'
import { Button } from '#ui/elements/button.tsx'
import { Checkbox } from '#ui/elements/checkbox.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { Section } from '#ui/layout/section.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { accountPath, memberPath } from '../paths.ts'
import { ABOUT_LONGEST, NAME_LONGEST } from '../rules.ts'
import { AccountTabs } from './account-tabs.tsx'
import { AvatarForm } from './avatar-form.tsx'
import { BlockedNotice } from './blocked-notice.tsx'

export interface ProfileWords {
  readonly name: string
  readonly about: string
  readonly interests: readonly string[]
  readonly language: string | null
  readonly products: readonly string[]
}

interface AccountPageProps {
  x: MemberExchange
  form: Filled<ProfileWords>
  products: readonly Product[]
  block: Block | null
  pictureProblem?: string
}

export function AccountPage({ x, form, products, block, pictureProblem }: AccountPageProps) {
  const { t, viewer } = x
  return (
    <Page x={x} title={t('membership.account.title')} robots="noindex">
      <Narrow>
        <h1>{t('membership.account.title')}</h1>
        <AccountTabs current="profile" />
        {block && <BlockedNotice block={block} />}
        {!block && (
          <>
            <AvatarForm member={viewer} problem={pictureProblem} />
            <ProfileForm form={form} products={products} />
          </>
        )}
        <p class="account-profile">
          <a href={memberPath(viewer.handle)}>{t('membership.account.seeProfile')}</a>
        </p>
      </Narrow>
    </Page>
  )

  function ProfileForm({ form, products }: Pick<AccountPageProps, 'form' | 'products'>) {
    const { words } = form
    return (
      <Section title={t('membership.account.profile')}>
        <ErrorSummary problems={form.problems} />
        <Form action={accountPath} class="form-stack">
          <Field name="name" label={t('membership.name')} error={errorFor(form, 'name')} required>
            <TextInput value={words.name} autocomplete="nickname" maxLength={NAME_LONGEST} />
          </Field>
          <Field
            name="about"
            label={t('membership.about')}
            hint={t('membership.about.hint')}
            error={errorFor(form, 'about')}
            optional
          >
            <TextArea value={words.about} rows={5} maxLength={ABOUT_LONGEST} />
          </Field>
          <Field
            name="interests"
            label={t('membership.interests')}
            hint={t('membership.interests.hint')}
            error={errorFor(form, 'interests')}
            optional
          >
            <TextInput value={words.interests.join(', ')} />
          </Field>
          {products.length > 0 && (
            <fieldset class="field choices">
              <legend class="field-label">{t('membership.products')}</legend>
              {products.map(({ slug, name }) => (
                <Checkbox
                  key={slug}
                  id={`product-${slug}`}
                  name="product"
                  value={slug}
                  label={name}
                  checked={words.products.includes(slug)}
                />
              ))}
            </fieldset>
          )}
          <Field name="language" label={t('membership.language')}>
            <Select
              value={words.language}
              empty={t('membership.language.browser')}
              choices={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Field>
          <Button>{t('membership.save')}</Button>
        </Form>
      </Section>
    )
  }
}
