import { type DemoAnswer, type DemoContent, type DemoQuestion, durationIn } from './content.ts'

/** What is wrong with the written content, each as a sentence that names the place; none when all fits together. */
export function problemsOf(content: DemoContent): string[] {
  const known = knownIn(content)
  return [
    ...repeated(content.questions.map((one) => one.key)).map((key) => `the key ${key} is used twice`),
    ...repeated(content.people.map((one) => one.handle)).map((handle) => `${handle} is there twice`),
    ...content.people.flatMap((one) => productProblems(`${one.handle}`, one.products ?? [], known)),
    ...content.community.boards.flatMap((board) => unknownMembers(board.slug, board.listed ?? [], known)),
    ...content.community.boards.flatMap(({ slug, prompts = [] }) =>
      prompts.length <= 5 ? [] : [`${slug}: a board asks at most five things more`],
    ),
    ...content.questions.flatMap((question) => questionProblems(question, known)),
  ]
}

interface Known {
  readonly joined: ReadonlyMap<string, number>
  readonly versions: ReadonlyMap<string, readonly string[]>
  readonly boards: ReadonlySet<string>
  readonly asked: ReadonlyMap<string, DemoQuestion>
}

const knownIn = ({ community, people, questions }: DemoContent): Known => ({
  joined: new Map(people.map((person) => [person.handle, durationIn(person.joinedAgo)])),
  versions: new Map(community.products.map((product) => [product.slug, product.versions])),
  boards: new Set(community.boards.map((board) => board.slug)),
  asked: new Map(questions.map((question) => [question.key, question])),
})

function questionProblems(question: DemoQuestion, known: Known): string[] {
  const { key } = question
  const answers = question.answers ?? []
  const originals = [question.duplicateOf, question.proposed?.of].filter((one) => one !== undefined)
  return [
    ...(known.boards.has(question.board) ? [] : [`${key}: there is no board ${question.board}`]),
    ...(question.title.length <= 200 ? [] : [`${key}: the title is too long`]),
    ...originals
      .filter((original) => original === key || !known.asked.has(original))
      .map((original) => `${key}: duplicates ${original}, which is not another question`),
    ...productProblems(key, [question, ...(question.verified ?? [])], known),
    ...unknownMembers(key, question.same ?? [], known),
    ...((question.same ?? []).includes(question.by) ? [`${key}: the asker has this too`] : []),
    ...repeated(question.same ?? []).map((handle) => `${key}: ${handle} has this too twice`),
    ...repeated(answers.map((answer) => answer.key)).map((one) => `${key}: two answers ${one}`),
    ...answers.flatMap((answer) => answerProblems(question, answer, known)),
    ...timeProblems(question, known),
    ...markProblems(question),
  ]
}

function answerProblems(question: DemoQuestion, answer: DemoAnswer, known: Known): string[] {
  const place = `${question.key}/${answer.key}`
  const thanks = answer.thanks ?? []
  const worked = answer.worked ?? []
  const early = (answer.comments ?? []).filter((comment) => durationIn(comment.after) < durationIn(answer.after))
  return [
    ...unknownMembers(place, [...thanks, ...worked], known),
    ...repeated(thanks).map((handle) => `${place}: ${handle} thanks twice`),
    ...repeated(worked).map((handle) => `${place}: it worked for ${handle} twice`),
    ...(thanks.includes(answer.by) ? [`${place}: the author thanks themselves`] : []),
    ...(worked.includes(answer.by) || worked.includes(question.by) ? [`${place}: "worked" is for others`] : []),
    ...early.map((comment) => `${place}: the comment of ${comment.by} comes before the answer`),
  ]
}

/** Everything lies between the question and now, and nobody writes before they joined. */
function timeProblems(question: DemoQuestion, { joined }: Known): string[] {
  const ago = durationIn(question.ago)
  const posts = (question.answers ?? []).flatMap((answer) => [answer, ...(answer.comments ?? [])])
  const { verified = [], outdated = [], escalated, closed, proposed } = question
  const verdicts = [...verified, ...outdated, escalated, closed, proposed]
  const ofAsker = [...(question.confirmed ?? []), question.notSolved].filter((one) => one !== undefined)
  const deeds = [
    ...posts,
    ...verdicts.filter((one) => one !== undefined),
    ...ofAsker.map((one) => ({ ...one, by: question.by })),
  ]
  return [{ by: question.by, after: '0m' }, ...deeds].flatMap(({ by, after }) => {
    const then = ago - durationIn(after)
    if (!(then >= 0)) return [`${question.key}: "${after}" after the question has not come yet`]
    const since = joined.get(by)
    if (since === undefined) return [`${question.key}: there is nobody called ${by}`]
    return since < then ? [`${question.key}: ${by} had not joined yet`] : []
  })
}

function markProblems({ key, answers = [], confirmed = [], verified = [], outdated = [] }: DemoQuestion): string[] {
  return [...confirmed, ...verified, ...outdated].flatMap((mark) => {
    const answer = answers.find((one) => one.key === mark.answer)
    if (!answer) return [`${key}: there is no answer ${mark.answer} to mark`]
    return durationIn(mark.after) < durationIn(answer.after)
      ? [`${key}: answer ${mark.answer} is marked before it is given`]
      : []
  })
}

function productProblems(
  place: string,
  named: readonly { product?: string; version?: string }[],
  known: Known,
): string[] {
  return named.flatMap(({ product, version }) => {
    if (product === undefined) return version === undefined ? [] : [`${place}: a version without a product`]
    const versions = known.versions.get(product)
    if (!versions) return [`${place}: there is no product ${product}`]
    return version === undefined || versions.includes(version) ? [] : [`${place}: ${product} has no version ${version}`]
  })
}

const unknownMembers = (place: string, handles: readonly string[], { joined }: Known): string[] =>
  handles.filter((handle) => !joined.has(handle)).map((handle) => `${place}: there is nobody called ${handle}`)

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
]
