import type { CourseItem } from './course.ts'

/** Done: a full disc with a tick. Now: a clock in the accent. To come: a dashed ring. The form says it without the colour. */
export function CourseMark({ phase }: Pick<CourseItem, 'phase'>) {
  return (
    <svg className="track-mark" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8.5" />
      {phase === 'done' && <path d="m6 10.3 2.8 2.8L14 7.5" />}
      {phase === 'now' && <path d="M10 5.5V10l3 2" />}
    </svg>
  )
}
