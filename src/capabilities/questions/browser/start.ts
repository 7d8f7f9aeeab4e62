import { startQuoting } from '../quoting/browser/start.ts'
import { showPromptsOfChoice } from './board-choice.ts'
import { leadToPosts } from './to-post.ts'

export function startQuestions(): void {
  showPromptsOfChoice()
  startQuoting()
  leadToPosts()
}
