import { count, money, number, pert, share } from './row.ts'

/** Customer service: contacts that did not have to be made. */
export const serviceInputs = {
  sessions: count(pert(150e3, 500e3, 1.5e6), [
    'assumption',
    'Illustration: 0.5 visits per customer a year for a million customers; Vodafone Germany had 0.24 (Lithys 2017)',
    { small: pert(20e3, 75e3, 250e3), large: pert(2e6, 5e6, 12e6), instead: pert(3e6, 6e6, 12e6) },
  ]),
  ask: share(pert(0.004, 0.01, 0.02), ['assumption', 'Near the 1 % that posts (Autodesk, MSDN)']),
  intent: share(pert(0.43, 0.6, 0.85), ['assumption', 'Low end: Khoros survey example, 0.43']),
  found: share(pert(0.3, 0.5, 0.7), [
    'assumption',
    'Target of MSDN 0.50, Khoros example 0.65; Gartner 2019: 9 % solve everything without help',
    { instead: pert(0.45, 0.6, 0.75) },
  ]),
  would: share(pert(0.03, 0.12, 0.3), [
    'assumption',
    'Khoros survey example 0.09; D. B. Kay: a minority',
    { instead: pert(0.2, 0.4, 0.6) },
  ]),
  sessionsPerIssue: number(pert(1, 1.3, 2), ['assumption', 'To be measured by member'], [1, 1_000]),
  recontact: share(pert(0.05, 0.15, 0.3), ['assumption', 'To be measured in the customer files']),
  questionSupport: share(pert(0.7, 0.85, 0.95), ['assumption', 'To be measured in the community']),
  peerSolved: share(pert(0.3, 0.55, 0.8), [
    'assumption',
    'Between 44 % (Microsoft developers) and 76.5 % (Office Live) answered',
    { instead: pert(0.6, 0.8, 0.95) },
  ]),
  wouldDirect: share(pert(0.25, 0.5, 0.8), [
    'assumption',
    'To be asked of those who asked a question',
    { instead: pert(0.5, 0.7, 0.9) },
  ]),
  costContact: money(pert(4, 6, 8), [
    'assumption',
    'Below EUR 7.25 per call (ContactBabel 2023-24) and USD 8.01 per live contact (Gartner 2019)',
  ]),
  avoidable: share(pert(0.4, 0.7, 0.9), [
    'assumption',
    'Fixed costs stay when a contact is avoided',
    { instead: pert(0.7, 0.9, 1) },
  ]),
}

/** Not in any formula: what a claim about service is held against. */
export const checkInputs = {
  contacts: count(2.5e6, [
    'derived',
    'Oliver Wyman 2013: 2.5 calls a year per mobile customer',
    { small: 250e3, large: 12.5e6, instead: 2.5e6 },
  ]),
  answerable: share(pert(0.2, 0.3, 0.4), [
    'published',
    'Gartner: part of live contacts that people can solve themselves',
  ]),
}
