import type { ObjectiveKey } from './case.ts'
import type { InputName } from './inputs.ts'

/** One number for every input; 0 for what a case does not hold. */
export type Values = Record<InputName, number>

/** Questions asked per mature month. */
export const questionsOf = (v: Values): number => (v.sessions / 12) * v.ask

/**
 * Contacts that sessions of readers make unnecessary, per mature month: of the sessions without a question, those that
 * came for help, found it, would have made contact and did not do so after all; several sessions may be about one issue.
 * Source: Khoros survey method (M1), with recontacts (M2) and sessions per issue.
 */
export const indirectContactsOf = (v: Values): number =>
  ((v.sessions / 12) * (1 - v.ask) * v.intent * v.found * v.would * (1 - v.recontact)) / v.sessionsPerIssue

/** Contacts that an answer of another member makes unnecessary for the asker, per mature month. */
export const directContactsOf = (v: Values): number =>
  questionsOf(v) * v.questionSupport * v.peerSolved * v.wouldDirect * (1 - v.recontact)

export const contactsAvoidedOf = (v: Values): number => indirectContactsOf(v) + directContactsOf(v)

/**
 * What each objective brings per month of a mature community, in money; may be below zero where it costs more than it
 * brings. A month before maturity has its share (see month.ts). All volumes are per year.
 */
export const benefits: Readonly<Record<ObjectiveKey, (v: Values) => number>> = {
  service,
  ideas,
  wordOfMouth,
  reputation,
  testing,
  research,
  partners,
  employees,
  coInnovation,
  pr,
  sales,
}

/** Contacts avoided × cost of one × the share of that cost that really goes away. */
function service(v: Values): number {
  return contactsAvoidedOf(v) * v.costContact * v.avoidable
}

/** Ideas × (implemented × value × owed to the community − screening). */
function ideas(v: Values): number {
  return (v.ideas / 12) * (v.ideaImplemented * v.ideaValue * v.ideaAttribution - v.ideaScreening)
}

/** Members × referrals × (incremental × margin × (1 + uplift of a referred customer) − reward). */
function wordOfMouth(v: Values): number {
  const worth = v.referralIncremental * v.margin * (1 + v.referralUplift)
  return ((v.members * v.referralRate) / 12) * (worth - v.referralReward)
}

/** Customers exposed × less churn × margin, or incidents × chance × cost × prevented: one of the two is given. */
function reputation(v: Values): number {
  const kept = v.exposedCustomers * v.churnReduction * v.churnMargin
  return (kept + v.incidents * v.incidentProbability * v.incidentCost * v.incidentPrevented) / 12
}

/** Tests × (cost elsewhere − cost here) + defects found early × cost when late × owed to the community. */
function testing(v: Values): number {
  const tests = v.tests * (v.testCostExternal - v.testCostCommunity)
  return (tests + v.defectsFound * v.defectCost * v.defectAttribution) / 12
}

/** Projects × cost elsewhere × the part they replace − what a panel costs. */
function research(v: Values): number {
  return (v.researchProjects * v.researchCost * v.researchSubstitution - v.researchPanel) / 12
}

/** Requests avoided × cost × avoidable + hours of enablement × rate × realised. */
function partners(v: Values): number {
  const tickets = v.partnerTickets * v.partnerTicketCost * v.avoidable
  return (tickets + v.partnerHours * v.partnerRate * v.partnerRealisation) / 12
}

/** Employees × hours saved per month × rate × realised. */
function employees(v: Values): number {
  return v.employees * v.employeeHours * v.employeeRate * v.employeeRealisation
}

/** Products launched × margin × uplift × owed to the community × chance of success. */
function coInnovation(v: Values): number {
  const each = v.productMargin * v.productUplift * v.productAttribution * v.productSuccess
  return (v.productsLaunched / 12) * each
}

/** Sessions of people who are no customers × conversion × margin × incremental. */
function pr(v: Values): number {
  return (v.visitorSessions / 12) * v.visitorConversion * v.visitorMargin * v.visitorIncremental
}

/** Members × spend × margin × uplift. */
function sales(v: Values): number {
  return ((v.members * v.salesSpend) / 12) * v.salesMargin * v.salesUplift
}
