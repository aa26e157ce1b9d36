import type { ReactNode } from 'react'
import './tag.css'

/** A short remark in a row: 重复 2, 督办. `urgent` is the label of 特急 and 紧急, which has weight and no colour. */
export function Tag({ children, look = 'plain' }: { children: ReactNode; look?: 'plain' | 'urgent' }) {
  return <span className={`ui-tag is-${look}`}>{children}</span>
}
