import { z } from 'zod'
import { line } from '#platform/http/forms.ts'
import { PRODUCT_NAME_LONGEST, VERSION_NAME_LONGEST } from '../rules.ts'

export const productForm = z.object({ name: line(PRODUCT_NAME_LONGEST) })

export const versionForm = z.object({ version: line(VERSION_NAME_LONGEST) })
