import { startQuestions } from '#capabilities/questions/browser/start.ts'
import { startPrintButtons } from '#capabilities/readiness/assessment/browser/print-button.ts'
import { startBusinessCase } from '#capabilities/readiness/business-case/browser/start.ts'
import { startSearch } from '#capabilities/search/browser/start.ts'
import { startSettings } from '#capabilities/settings/browser/start.ts'
import { startPages } from '#ui/browser/behaviours.ts'

startPages()

// Each slice adds its own behaviour below.
startPrintButtons()
startQuestions()
startSearch()
startSettings()
startBusinessCase()
