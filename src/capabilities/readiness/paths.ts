/** "Own community, or not yet?" */
export const readinessPath = '/readiness'

/** What a community costs and brings, with its uncertainty. */
export const businessCasePath = `${readinessPath}/business-case`

/** How a community would grow, month by month. */
export const growthPath = `${readinessPath}/growth`
