/** Where a published number can be read. The title is as its author gave it, so it is not translated. */
export interface Source {
  readonly title: string
  readonly address: string | null
}

export const SOURCES: Readonly<Record<string, Source>> = {
  'feverbee-benchmark': { title: 'FeverBee: community benchmarks', address: 'https://www.feverbee.com/benchmark' },
  'feverbee-life-cycle': {
    title: 'FeverBee: the speed of community development',
    address: 'https://www.feverbee.com/the-speed-of-community-development',
  },
  'feverbee-founders': {
    title: 'FeverBee: natural growth caps',
    address: 'https://www.feverbee.com/natural-growth-caps',
  },
  'deloitte-2008': {
    title: 'Deloitte, Beeline Labs: Tribalization of Business, 140+ organisations, 2008',
    address: null,
  },
  'leader-networks': { title: 'Forrester, Leader Networks and CIO: checklists for owner communities', address: null },
  'cmx-2021': { title: 'CMX: Community Industry Report 2021', address: 'https://cmxhub.com' },
  'algesheimer-2010': {
    title: 'Algesheimer et al. 2010: field experiment with 13,735 customers of eBay Germany',
    address: null,
  },
  'msdn-plan': { title: 'Microsoft: MSDN community maturity plan', address: null },
}
