/** "Own community, or not yet?" */
export const readinessPath = '/readiness'

/** What a community costs and brings, with its uncertainty. */
export const businessCasePath = `${readinessPath}/business-case`

/** How a community would grow, month by month. */
export const growthPath = `${readinessPath}/growth`

/** The business case with a probability of stalling from elsewhere: one share, or lowest, most likely, highest. */
export const businessCaseWith = (stall: number | readonly [low: number, mode: number, high: number]) =>
  `${businessCasePath}?stall=${[stall]
    .flat()
    .map((share) => Number(share.toFixed(4)))
    .join(',')}`

/** The case of the form as a file that the command line reads. */
export const caseFilePath = `${businessCasePath}/case.json`

/** The results as a table for a spreadsheet. */
export const resultsPath = `${businessCasePath}/results.csv`

/** A case from a file, into the form. */
export const openCasePath = `${businessCasePath}/file`

/** Tables as consultancies publish them. */
export const teiPath = `${businessCasePath}/tei`
