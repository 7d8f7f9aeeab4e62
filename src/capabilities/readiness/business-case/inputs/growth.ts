import { count, money, number, pert, share, signed } from './row.ts'

/** Ideas and word of mouth. */
export const growthInputs = {
  ideas: count(pert(100, 400, 1200), [
    'assumption',
    'To be replaced by a pilot of your own',
    { small: pert(20, 80, 250), large: pert(400, 1500, 4000), instead: pert(500, 1500, 4000) },
  ]),
  ideaImplemented: share(pert(0.002, 0.02, 0.07), ['published', 'Starbucks 0.18 %, Dell 2.4 %, giffgaff 7 %']),
  ideaValue: money(pert(2e3, 10e3, 40e3), ['assumption', 'No published figure that can be checked']),
  ideaAttribution: share(pert(0.25, 0.5, 0.8), ['assumption', 'Some of these ideas would have come anyway']),
  ideaScreening: money(pert(10, 15, 30), ['assumption', 'About half an hour of somebody who knows']),
  members: count(pert(800, 2000, 6000), [
    'assumption',
    'Members who take part, not all who registered',
    { small: pert(150, 400, 1500), large: pert(4e3, 10e3, 30e3), instead: pert(5e3, 15e3, 40e3) },
  ]),
  referralRate: number(pert(0.1, 0.5, 1), [
    'assumption',
    'giffgaff paid for at most 15 per member',
    { instead: pert(0.5, 2, 4) },
  ]),
  referralIncremental: share(pert(0.2, 0.4, 0.7), ['assumption', 'Many would have become customers without it']),
  margin: money(pert(40, 80, 140), ['assumption', 'Your own margin per new customer']),
  referralReward: money(5, ['published', 'giffgaff: 500 points, GBP 5']),
  referralUplift: signed(0, [
    'published',
    'Off. Bank +16 % (Schmitt 2011); telecom below zero (Wolters & Gedenk 2019); no effect (Armelini 2015)',
  ]),
}

/** Sales to members: off until filled in, because what is published disagrees. */
export const salesInputs = {
  salesSpend: money(pert(100, 240, 600), ['assumption', 'Your own revenue per member a year']),
  salesMargin: share(pert(0.1, 0.25, 0.4), ['assumption', 'Your own margin on revenue']),
  salesUplift: signed(pert(-0.05, 0, 0.1), [
    'published',
    '+19 % of revenue of those who joined (Manchanda 2015); less spent in an experiment with 13,735 customers (Algesheimer 2010)',
  ]),
}
