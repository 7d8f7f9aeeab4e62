import type { MemberExchange } from '#community/exchange.ts'
import { readQuery } from '#platform/http/forms.ts'
import { page, pageWithProblems, type Reply } from '#platform/http/reply.ts'
import { type Filled, untouched } from '../filled.ts'
import { afterDeed, answerForm, idIn, ifThere, onceOf, onOne, onPart, withProblems } from '../handling.ts'
import { answerArchive, answerPlace, movedQuery } from '../ordering.ts'
import { askedBy } from '../outcome.ts'
import { productPath, productsPath } from '../paths.ts'
import type { Direction } from '../rules.ts'
import * as products from './actions.ts'
import { productForm, versionForm } from './forms.ts'
import { ProductPage } from './product-page.tsx'
import { ProductsPage } from './products-page.tsx'
import { findKeptProduct, listKeptProducts } from './queries.ts'

export const showProducts = async (x: MemberExchange): Promise<Reply> => page(await productsPage(x))

export const postProduct = (x: MemberExchange): Promise<Reply> =>
  answerForm(x, {
    form: productForm,
    deed: ({ name }) => products.addProduct(askedBy(x), name, onceOf(x)),
    to: productPath,
    again: async (form) => pageWithProblems(await productsPage(x, form)),
  })

export const showProduct = (x: MemberExchange): Promise<Reply> => ifThere(productPage(x))

export const saveProduct = onOne((x, id) =>
  answerForm(x, {
    form: productForm,
    deed: ({ name }) => products.renameProduct(askedBy(x), id, name),
    to: productPath(id),
    again: (form) => withProblems(productPage(x, { form })),
  }),
)

export const placeProduct = onOne((x, id) => {
  const move = (direction: Direction) => products.moveProduct(askedBy(x), id, direction)
  return answerPlace(x, { id, move, list: productsPath })
})

export const postProductArchive = onOne((x, id) =>
  answerArchive(x, (isArchived) => products.archiveProduct(askedBy(x), id, isArchived), productPath(id)),
)

export const postVersion = onOne((x, id) =>
  answerForm(x, {
    form: versionForm,
    deed: ({ version }) => products.addVersion(askedBy(x), id, version, onceOf(x)),
    to: versionsOf(id),
    again: (added) => withProblems(productPage(x, { added })),
  }),
)

export const saveVersion = onPart('versionId', (x, id, versionId) =>
  answerForm(x, {
    form: versionForm,
    deed: ({ version }) => products.renameVersion(askedBy(x), id, versionId, version),
    to: versionsOf(id),
    again: (form) => withProblems(productPage(x, { version: { id: versionId, form } })),
  }),
)

export const placeVersion = onPart('versionId', (x, id, versionId) => {
  const move = (direction: Direction) => products.moveVersion(askedBy(x), id, versionId, direction)
  return answerPlace(x, { id: versionId, move, list: productPath(id), part: '#versions' })
})

export const dropVersion = onPart('versionId', async (x, id, versionId) => {
  const result = await products.removeVersion(askedBy(x), id, versionId)
  const again = (form: Filled) => withProblems(productPage(x, { version: { id: versionId, form } }))
  return afterDeed(x, result, { to: versionsOf(id), again })
})

const versionsOf = (id: string) => `${productPath(id)}#versions`

interface Forms {
  readonly form?: Filled
  readonly added?: Filled
  readonly version?: { readonly id: string; readonly form: Filled }
}

async function productsPage(x: MemberExchange, form: Filled = untouched()) {
  const moved = readQuery(movedQuery, x.query)
  return <ProductsPage x={x} products={await listKeptProducts(x.db)} moved={moved} form={form} />
}

async function productPage(x: MemberExchange, forms: Forms = {}) {
  const id = idIn(x)
  const product = id ? await findKeptProduct(x.db, id) : null
  if (!product) return null
  return (
    <ProductPage
      x={x}
      product={product}
      moved={readQuery(movedQuery, x.query)}
      form={forms.form ?? untouched({ name: product.name })}
      addForm={forms.added ?? untouched()}
      versionForm={forms.version ?? null}
    />
  )
}
