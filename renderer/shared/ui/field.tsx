import { useId, type ReactNode } from 'react'
import { RefusedNotice } from './state-notice.tsx'
import './field.css'

/** What the control inside a field has to carry, so that label, help and reason belong to it. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps {
  label: string
  /** Quiet words at the right end of the label line (`top`) or under the control (`left`): help or evidence. */
  help?: ReactNode
  /** Why it was refused; the field then has a bar at its left and the reason below it. */
  refusal?: string | null
  /** More lines directly below the control. */
  below?: ReactNode
  /** `left`: label 72 wide before the control (desk forms); `top`: above it. */
  labelAt?: 'left' | 'top'
  /** Draws the control and hands it the ids. */
  children: (control: ControlProps) => ReactNode
}

/** A labelled control with help and, when refused, the reason. What was typed stays as it was. */
export function Field({ label, help, refusal, below, labelAt = 'left', children }: FieldProps) {
  const id = useId()
  const refused = refusal !== undefined && refusal !== null
  const described = [help !== undefined && `${id}-help`, refused && `${id}-refusal`].filter((part) => part !== false)
  const control: ControlProps = {
    id,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': refused || undefined,
  }
  return (
    <div className={`ui-field is-${labelAt}${refused ? ' is-refused' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <div className="ui-field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      <div className="ui-field-control">{children(control)}</div>
      {below}
      {refused && (
        <div className="ui-field-refusal" id={`${id}-refusal`}>
          <RefusedNotice reason={refusal} />
        </div>
      )}
    </div>
  )
}
