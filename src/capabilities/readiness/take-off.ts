/**
 * When a community begins to carry itself: posts and active people a month and registrations a day, within so many
 * months. Published rule of thumb (FeverBee's 300-100-10).
 */
export const takeOff = { posts: 300, active: 100, registrationsPerDay: 10, month: 3 } as const

/** Months after which one looks hard, and stops if the rule is still not met (expert assumption, §9a). */
export const giveUp = { firstLook: 6, stopBy: 9 } as const
