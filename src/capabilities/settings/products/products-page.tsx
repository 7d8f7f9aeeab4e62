import type { MemberExchange } from '#community/exchange.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { errorFor, type Filled } from '../filled.ts'
import { type Moved, OrderedList } from '../pages/ordered-list.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { productDeedPath, productPath, productsPath } from '../paths.ts'
import { PRODUCT_NAME_LONGEST } from '../rules.ts'
import type { KeptProduct } from './queries.ts'

interface ProductsPageProps {
  x: MemberExchange
  products: readonly KeptProduct[]
  moved: Moved
  form: Filled
}

export function ProductsPage({ x, products, moved, form }: ProductsPageProps) {
  const { t } = x
  const offered = products.filter((product) => product.archivedAt === null)
  const archived = products.filter((product) => product.archivedAt !== null)
  return (
    <SettingsPage
      x={x}
      current="products"
      title={t('settings.products.title')}
      lead={t('settings.products.lead')}
      problems={form.problems}
    >
      <OrderedList
        label={t('settings.products.title')}
        rows={offered}
        moved={moved}
        placePath={(id) => productDeedPath(id, 'place')}
      >
        {(product) => <ProductLine product={product} />}
      </OrderedList>
      <Section title={t('settings.products.add')} id="add">
        <Form action={productsPath} once={onceKey()} class="settings-inline">
          <Field name="name" label={t('settings.product.name')} error={errorFor(form, 'name')} required>
            <TextInput value={form.words.name} maxLength={PRODUCT_NAME_LONGEST} autocomplete="off" />
          </Field>
          <Button icon="plus">{t('settings.add')}</Button>
        </Form>
      </Section>
      {archived.length > 0 && (
        <Section title={t('settings.archived')}>
          <ul class="settings-list">
            {archived.map((product) => (
              <li key={product.id}>
                <ProductLine product={product} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SettingsPage>
  )
}

function ProductLine({ product }: { product: KeptProduct }) {
  const { t } = useView()
  return (
    <div class="settings-line">
      <p>
        <a class="settings-name" href={productPath(product.id)}>
          {product.name}
        </a>
      </p>
      <QuietLine>
        {t('settings.boards.questions', { count: product.questionCount })}
        {product.versions.length > 0 && product.versions.map((version) => version.name).join(', ')}
      </QuietLine>
    </div>
  )
}
