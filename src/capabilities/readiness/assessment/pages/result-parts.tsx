import type { Exchange } from '#community/exchange.ts'
import { type Answers, objectivesOf, placeOf, reachOf } from '../answers.ts'
import { assessed } from '../assessed.ts'
import type { AssessmentInput, ItemId } from '../assessment.ts'
import { launchPlanFor } from '../launch-plan.ts'
import type { StepName } from '../paths.ts'
import { ChangePart } from './change-part.tsx'
import { GatesPart } from './gates-part.tsx'
import { ItemsPart } from './items-part.tsx'
import { MassPart } from './mass-part.tsx'
import { MethodPart } from './method-part.tsx'
import { ObjectivesPart } from './objectives-part.tsx'
import { PlacePart } from './place-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { ReachPart } from './reach-part.tsx'
import { ReportContents } from './report-contents.tsx'
import { Verdict } from './verdict.tsx'
import { WhatIfForm } from './what-if-form.tsx'

interface ResultPartsProps {
  x: Exchange
  answers: Answers
  input: AssessmentInput
  /** Where one step of the questionnaire can be changed; null for what several people said together. */
  changePath: ((step: StepName, item?: ItemId) => string) | null
}

/** The whole report: the same for one person's answers and for what several said together. */
export function ResultParts({ x, answers, input, changePath }: ResultPartsProps) {
  const result = assessed(input)
  const plan = launchPlanFor(input, result.decision)
  const itemPath = changePath && ((item: ItemId) => changePath(stepOf(item, input), item))
  return (
    <>
      <Verdict x={x} result={result} />
      <ReportContents x={x} hasPlan={plan !== null} />
      <GatesPart x={x} result={result} />
      <ChangePart x={x} result={result} />
      <WhatIfForm x={x} several={[answers]} result={result} />
      <ItemsPart x={x} answers={answers} input={input} result={result} changePath={itemPath} />
      <MassPart x={x} input={input} result={result} />
      <ReachPart
        x={x}
        reach={reachOf(answers)}
        typed={answers.contactable}
        changePath={changePath && `${changePath('means')}#item-sources`}
      />
      <PlacePart x={x} advice={placeOf(answers, input)} />
      <ObjectivesPart x={x} ranked={objectivesOf(answers, input)} />
      {plan && <PlanPart x={x} plan={plan} />}
      <MethodPart x={x} />
    </>
  )
}

const stepOf = (item: ItemId, { foundations }: AssessmentInput): StepName =>
  item in foundations ? 'foundations' : 'enablers'
