import type { MemberExchange } from '#community/exchange.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { ArchiveForm } from '../pages/archive-form.tsx'
import { type Moved, OrderedList } from '../pages/ordered-list.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { productDeedPath, productPath, productsPath, versionDeedPath } from '../paths.ts'
import { PRODUCT_NAME_LONGEST, VERSION_NAME_LONGEST } from '../rules.ts'
import type { KeptProduct } from './queries.ts'
import { VersionForms } from './version-forms.tsx'

interface ProductPageProps {
  x: MemberExchange
  product: KeptProduct
  moved: Moved
  form: Filled
  addForm: Filled
  versionForm: { readonly id: string; readonly form: Filled } | null
}

export function ProductPage({ x, product, moved, form, addForm, versionForm }: ProductPageProps) {
  const { t } = x
  const isArchived = product.archivedAt !== null
  const ofVersion = versionForm?.form.problems.map(({ message }) => ({ field: `version-${versionForm.id}`, message }))
  return (
    <SettingsPage
      x={x}
      current="products"
      title={product.name}
      crumbs={[{ href: productsPath, label: t('settings.products.title') }]}
      problems={[...form.problems, ...addForm.problems, ...(ofVersion ?? [])]}
    >
      {isArchived && (
        <Notice tone="warn">
          <p>{t('settings.product.isArchived')}</p>
        </Notice>
      )}
      <Form action={productPath(product.id)} class="settings-inline">
        <Field
          name="name"
          label={t('settings.product.name')}
          hint={t('settings.product.name.hint')}
          error={errorFor(form, 'name')}
          required
        >
          <TextInput value={form.words.name} maxLength={PRODUCT_NAME_LONGEST} autocomplete="off" />
        </Field>
        <Button>{t('settings.save')}</Button>
      </Form>
      <Section title={t('settings.versions')} id="versions">
        <p class="settings-words">{t('settings.versions.lead')}</p>
        <OrderedList
          label={t('settings.versions')}
          rows={product.versions}
          moved={moved}
          placePath={(id) => versionDeedPath(product.id, id, 'place')}
        >
          {(version) => (
            <VersionForms
              productId={product.id}
              version={version}
              form={versionForm?.id === version.id ? versionForm.form : null}
            />
          )}
        </OrderedList>
        <Form action={productDeedPath(product.id, 'versions')} once={onceKey()} class="settings-inline">
          <Field name="version" label={t('settings.versions.add')} error={errorFor(addForm, 'version')} required>
            <TextInput value={addForm.words.version} maxLength={VERSION_NAME_LONGEST} autocomplete="off" />
          </Field>
          <Button look="secondary" icon="plus">
            {t('settings.add')}
          </Button>
        </Form>
      </Section>
      <Section title={t(isArchived ? 'settings.unarchive.title' : 'settings.archive.title')}>
        <p class="settings-words">
          {t(isArchived ? 'settings.product.unarchive.lead' : 'settings.product.archive.lead')}
        </p>
        <ArchiveForm action={productDeedPath(product.id, 'archive')} isArchived={isArchived} />
      </Section>
    </SettingsPage>
  )
}
