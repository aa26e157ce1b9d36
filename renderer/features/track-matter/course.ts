import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'

export type CourseStep = TrackView['steps'][number]['step']

/** One station of a matter's way, as the resident sees it. Times in ms. */
export interface CourseItem {
  readonly step: CourseStep
  /** `now` is where the matter stands; what comes after it is `todo`. */
  readonly phase: 'done' | 'now' | 'todo'
  readonly at: number | null
  readonly dueAt: number | null
  readonly text: string | null
}

/** States in which nothing is awaited any more. */
const ended: readonly TrackView['state'][] = ['closed', 'archived', 'terminated', 'merged', 'declined']

/**
 * The way of a matter with the one station it stands at. From the acknowledgement to the reply it is being worked on, which is no event of its
 * own; otherwise it stands at the first step that has not been done.
 */
export function courseOf({ steps, state, mayRate }: TrackView): CourseItem[] {
  const items = inOrder(steps, mayRate || !ended.includes(state)).map(
    ({ step, at, dueAt, done, text }): CourseItem => ({
      step,
      phase: done ? 'done' : 'todo',
      at: at === null ? null : msOf(at),
      dueAt: dueAt === null ? null : msOf(dueAt),
      text,
    }),
  )
  if (ended.includes(state) && !mayRate) return items
  const isDone = (step: CourseStep) => items.some((item) => item.step === step && item.phase === 'done')
  if (isDone('acknowledged') && !isDone('replied')) {
    const reply = items.findIndex(({ step }) => step === 'replied')
    const handling: CourseItem = { step: 'handling', phase: 'now', at: null, dueAt: null, text: null }
    return [...items.slice(0, reply), handling, ...items.slice(reply)]
  }
  const first = items.findIndex(({ phase }) => phase === 'todo')
  return items.map((item, index) => (index === first ? { ...item, phase: 'now' } : item))
}

/** A rating that can still be given comes last, also after the matter was closed; one that cannot is left out. */
function inOrder(steps: TrackView['steps'], canBeRated: boolean): TrackView['steps'] {
  const open = steps.filter(({ step, done }) => step === 'rated' && !done)
  const others = steps.filter((step) => !open.includes(step))
  return canBeRated ? [...others, ...open] : others
}
