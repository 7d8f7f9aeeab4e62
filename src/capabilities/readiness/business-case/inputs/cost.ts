import { minutes, money, months, number, pert, share } from './row.ts'

/** How it grows, and the chance that it does not. */
export const rampInputs = {
  t50: months(pert(8, 14, 24), ['derived', 'Life cycle: maturity after 2 to 3 years (FeverBee)']),
  kappa: number(0.25, ['assumption', 'Per month; from a tenth to nine tenths in about 18 months'], [0.001, 5]),
  stall: share(pert(0.1, 0.35, 0.6), [
    'derived',
    'Deloitte 2008, 140+ organisations: 34 to 35 % had fewer than 100 active members',
    { small: pert(0.15, 0.45, 0.75), large: pert(0.05, 0.15, 0.35), instead: pert(0.1, 0.3, 0.55) },
  ]),
  stallCap: share(pert(0.05, 0.1, 0.2), ['assumption', 'What is left of the volume when it stalls']),
}

export const costInputs = {
  oneOff: money(pert(40e3, 60e3, 120e3), [
    'assumption',
    'Sign-in, customer files, design, moving in, legal; FeverBee 2015: USD 23,000 and six months',
    { small: pert(15e3, 30e3, 60e3), large: pert(80e3, 150e3, 300e3), instead: pert(80e3, 150e3, 400e3) },
  ]),
  fte: number(
    pert(2, 2.5, 4),
    [
      'assumption',
      'Two or more in 67 % (CMX 2021); six in a team on average (SOCM 2019)',
      { small: pert(0.5, 1, 2), large: pert(4, 5, 8), instead: pert(4, 6, 10) },
    ],
    [0, 100_000],
  ),
  fteCost: money(pert(50e3, 65e3, 85e3), ['assumption', 'With everything an employer pays']),
  platform: money(pert(6e3, 18e3, 60e3), [
    'assumption',
    'Hosted by yourself; an enterprise licence costs five to six figures (FeverBee)',
    { small: pert(3e3, 9e3, 24e3), large: pert(12e3, 40e3, 120e3), instead: pert(12e3, 60e3, 150e3) },
  ]),
  content: money(pert(5e3, 15e3, 40e3), [
    'assumption',
    'To be replaced by your own plan',
    { small: pert(2e3, 6e3, 15e3), large: pert(15e3, 40e3, 90e3) },
  ]),
  overhead: money(0, ['assumption', 'Legal advice, insurance, a share of the house']),
  rewards: money(pert(0, 20e3, 60e3), [
    'assumption',
    'giffgaff paid GBP 1.1 million in half a year, for growth and help together',
    { small: pert(0, 3e3, 12e3), large: pert(0, 120e3, 300e3), instead: pert(100e3, 400e3, 1e6) },
  ]),
  fraudLoss: share(0, ['assumption', '0 to 5 % of rewards']),
  staffMinutes: minutes(pert(5, 8, 15), ['assumption', 'To be measured']),
  staffRate: money(pert(30, 40, 55), ['assumption', 'Cost of an hour']),
  staffShare: share(pert(0.1, 0.25, 0.5), [
    'assumption',
    'Microsoft Answers: most answers come from known people, staff among them',
    { instead: pert(0.02, 0.05, 0.15) },
  ]),
}
