import { count, hours, money, number, pert, share } from './row.ts'

/** Research, testing, reputation and new products. */
export const insightInputs = {
  researchProjects: count(pert(1, 4, 8), [
    'assumption',
    'Projects a year that could be asked in the community',
    { small: pert(0, 1, 3), large: pert(2, 8, 16) },
  ]),
  researchCost: money(pert(6e3, 12e3, 25e3), ['assumption', 'What an agency asks']),
  researchSubstitution: share(pert(0.3, 0.5, 0.8), ['assumption', 'Members are not a sample of all customers']),
  researchPanel: money(0, ['assumption', 'Rewards and tools for a panel']),
  tests: count(pert(0, 4, 12), ['assumption', 'Vodafone Germany ran more than 30 (Lithys 2017)']),
  testCostExternal: money(pert(5e3, 10e3, 25e3), ['assumption', 'What a test costs elsewhere']),
  testCostCommunity: money(pert(1e3, 2e3, 5e3), ['assumption', 'Products sent, hours of guidance']),
  defectsFound: count(pert(0, 2, 8), ['assumption', 'Mistakes found before launch']),
  defectCost: money(pert(1e3, 5e3, 25e3), ['assumption', 'What a mistake costs when found late']),
  defectAttribution: share(pert(0.25, 0.5, 0.8), ['assumption', 'Some would have been found anyway']),
  exposedCustomers: count(0, ['assumption', 'Off until you have a figure of your own']),
  churnReduction: share(pert(0, 0.001, 0.005), ['assumption', 'No published figure that can be checked']),
  churnMargin: money(pert(40, 80, 140), ['assumption', 'Your own margin per customer a year']),
  incidents: count(0, ['assumption', 'Off until you have a figure of your own']),
  incidentProbability: share(pert(0.05, 0.2, 0.5), ['assumption', 'How often an incident grows into damage']),
  incidentCost: money(pert(10e3, 50e3, 250e3), ['assumption', 'Your own past incidents']),
  incidentPrevented: share(pert(0, 0.1, 0.3), ['assumption', 'What hearing of it earlier prevents']),
  productsLaunched: number(pert(0, 0.5, 1), ['assumption', 'Muji: 6 products from customers, 37 of designers']),
  productMargin: money(pert(20e3, 80e3, 300e3), ['assumption', 'Your own margin per product a year']),
  productUplift: number(pert(0, 0.5, 2), ['derived', 'Muji: margin four times as high in year 1, for few products']),
  productAttribution: share(pert(0.25, 0.5, 0.8), ['assumption', 'What the community adds to your own work']),
  productSuccess: share(pert(0.1, 0.3, 0.6), ['assumption', 'Most new products fail']),
}

/** Partners, employees and the public. */
export const relationInputs = {
  partnerTickets: count(0, ['assumption', 'Off until you have a figure of your own']),
  partnerTicketCost: money(pert(15, 30, 60), ['assumption', 'Your own cost per request of a partner']),
  partnerHours: count(0, ['assumption', 'Off until you have a figure of your own']),
  partnerRate: money(pert(30, 40, 55), ['assumption', 'Cost of an hour']),
  partnerRealisation: share(pert(0.1, 0.25, 0.5), ['assumption', 'Part of saved time that is used well']),
  employees: count(0, ['assumption', 'Off until you have a figure of your own']),
  employeeHours: hours(pert(0, 0.1, 0.5), ['assumption', 'Hours a month per employee']),
  employeeRate: money(pert(30, 40, 55), ['assumption', 'Cost of an hour']),
  employeeRealisation: share(pert(0.1, 0.25, 0.5), ['assumption', 'Part of saved time that is used well']),
  visitorSessions: count(0, ['assumption', 'Off until you have a figure of your own']),
  visitorConversion: share(pert(0.0005, 0.002, 0.01), ['assumption', 'Your own web figures']),
  visitorMargin: money(pert(40, 80, 140), ['assumption', 'Your own margin per new customer']),
  visitorIncremental: share(pert(0.2, 0.4, 0.7), ['assumption', 'Many would have come without it']),
}
