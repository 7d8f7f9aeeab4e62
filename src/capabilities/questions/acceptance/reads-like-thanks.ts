const thanks =
  /\b(bedankt|dank ?je ?wel|dank u ?wel|dankjewel|dank je|hartelijk dank|thanks|thank you|thx|cheers|super|geweldig|perfect|helemaal top)\b/i
const works =
  /\b((het|dit|dat|hij|alles|nu) (werkt|doet het)( nu| weer| weer prima)?|werkt (nu|weer|perfect|prima|als een trein)|is (gelukt|opgelost|verholpen)|gelukt|opgelost|that (did|was) it|it works|works now|solved|fixed|dit was (het|hem)|dat was (het|hem)|dit is hem|hielp)\b/i
const doubts =
  /\b(niet|geen|helaas|nog steeds|nog altijd|maar|alleen|toch|zodra|of het|ga (ik )?(het )?proberen|not|n['’]t|still|unfortunately|but|however|will try|gaan? proberen)\b|\?/i

/** Longer texts tell something new instead. */
const LONGEST = 400

/**
 * Whether the asker's remark reads like "thanks, that works": then confirming is offered with one button. It only offers:
 * nothing is confirmed by a guess, so missing some thanks is better than offering under "it does not work".
 */
export function readsLikeThanks(words: string): boolean {
  const text = words.trim()
  if (text.length === 0 || text.length > LONGEST || doubts.test(text)) return false
  return works.test(text) || thanks.test(text)
}
