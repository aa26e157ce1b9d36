import type { ReactNode } from 'react'
import './section.css'

/** A part of the case under its head: rules and space, no cards. */
export function Section({
  title,
  note,
  end,
  children,
}: {
  title: string
  note?: string
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="case-section" aria-label={title}>
      <div className="case-section-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="cut">{note}</span>}
        {end}
      </div>
      {children}
    </section>
  )
}
