import { startQuoting } from '../quoting/browser/start.ts'
import { showPromptsOfChoice } from './board-choice.ts'

export function startQuestions(): void {
  showPromptsOfChoice()
  startQuoting()
}
