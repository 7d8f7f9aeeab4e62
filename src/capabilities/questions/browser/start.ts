import { showPromptsOfChoice } from './board-choice.ts'

export function startQuestions(): void {
  showPromptsOfChoice()
}
