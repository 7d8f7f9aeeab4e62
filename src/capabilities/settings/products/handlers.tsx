import type { MemberExchange } from '#community/exchange.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { archiveForm, movedQuery, placeForm } from '../boards/forms.ts'
import { type Filled, refusedWith, unreadable, untouched, wordsOf } from '../filled.ts'
import { afterDeed, idIn, onceOf } from '../handling.ts'
import { askedBy } from '../outcome.ts'
import { productPath, productsPath } from '../paths.ts'
import * as products from './actions.ts'
import { productForm, versionForm } from './forms.ts'
import { ProductPage } from './product-page.tsx'
import { ProductsPage } from './products-page.tsx'
import { findKeptProduct, listKeptProducts } from './queries.ts'

export const showProducts = async (x: MemberExchange): Promise<Reply> => page(await productsPage(x))

export async function postProduct(x: MemberExchange): Promise<Reply> {
  const again = async (form: Filled) => pageWithProblems(await productsPage(x, form))
  const read = readForm(productForm, x.body)
  if (!read.ok) return again(unreadable(x.t, read))
  const result = await products.addProduct(askedBy(x), read.value.name, onceOf(x))
  return afterDeed(result, productPath, (reason, field) => again(refusedWith(x.t, wordsOf(x), reason, field)))
}

export async function showProduct(x: MemberExchange): Promise<Reply> {
  const shown = await productPage(x)
  return shown ? page(shown) : missing
}

export async function saveProduct(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(productForm, x.body)
  if (!read.ok) return withProblems(x, { form: unreadable(x.t, read) })
  const result = await products.renameProduct(askedBy(x), id, read.value.name)
  return afterDeed(result, productPath(id), (reason, field) =>
    withProblems(x, { form: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function placeProduct(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  const read = readForm(placeForm, x.body)
  if (!id || !read.ok) return missing
  const { direction } = read.value
  const result = await products.moveProduct(askedBy(x), id, direction)
  return result.outcome === 'done' ? seeOther(`${productsPath}?moved=${id}&direction=${direction}`) : missing
}

export async function postProductArchive(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  const read = readForm(archiveForm, x.body)
  if (!id || !read.ok) return missing
  const result = await products.archiveProduct(askedBy(x), id, read.value.act === 'archive')
  return afterDeed(result, productPath(id), () => missing)
}

export async function postVersion(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(versionForm, x.body)
  if (!read.ok) return withProblems(x, { added: unreadable(x.t, read) })
  const result = await products.addVersion(askedBy(x), id, read.value.version, onceOf(x))
  return afterDeed(result, `${productPath(id)}#versions`, (reason, field) =>
    withProblems(x, { added: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function saveVersion(x: MemberExchange): Promise<Reply> {
  const [id, versionId] = [idIn(x), idIn(x, 'versionId')]
  if (!id || !versionId) return missing
  const read = readForm(versionForm, x.body)
  if (!read.ok) return withProblems(x, { version: { id: versionId, form: unreadable(x.t, read) } })
  const result = await products.renameVersion(askedBy(x), id, versionId, read.value.version)
  return afterDeed(result, `${productPath(id)}#versions`, (reason, field) =>
    withProblems(x, { version: { id: versionId, form: refusedWith(x.t, wordsOf(x), reason, field) } }),
  )
}

export async function placeVersion(x: MemberExchange): Promise<Reply> {
  const [id, versionId] = [idIn(x), idIn(x, 'versionId')]
  const read = readForm(placeForm, x.body)
  if (!id || !versionId || !read.ok) return missing
  const { direction } = read.value
  const result = await products.moveVersion(askedBy(x), id, versionId, direction)
  if (result.outcome !== 'done') return missing
  return seeOther(`${productPath(id)}?moved=${versionId}&direction=${direction}#versions`)
}

export async function dropVersion(x: MemberExchange): Promise<Reply> {
  const [id, versionId] = [idIn(x), idIn(x, 'versionId')]
  if (!id || !versionId) return missing
  const result = await products.removeVersion(askedBy(x), id, versionId)
  return afterDeed(result, `${productPath(id)}#versions`, (reason, field) =>
    withProblems(x, { version: { id: versionId, form: refusedWith(x.t, {}, reason, field) } }),
  )
}

interface Forms {
  readonly form?: Filled
  readonly added?: Filled
  readonly version?: { readonly id: string; readonly form: Filled }
}

async function withProblems(x: MemberExchange, forms: Forms): Promise<Reply> {
  const shown = await productPage(x, forms)
  return shown ? pageWithProblems(shown) : missing
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
