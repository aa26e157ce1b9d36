import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { KeyCap } from './key-cap.tsx'
import './button.css'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>
  /** The one expected act is primary, every other outlined; `link` for words in a line. */
  look?: 'primary' | 'outlined' | 'link'
  /** The key that does the same, shown inside at the right. */
  keyCap?: ReactNode
  /** 32 on the desk, 48 where it is the only act of the page. */
  size?: 'desk' | 'large'
  /** Stays in its place though it cannot be used; say the reason right below it. */
  barred?: boolean
}

/** A button with its key inside. Never a grey button without words: what cannot be done is said in a sentence instead. */
export function Button({
  look = 'outlined',
  keyCap,
  size = 'desk',
  barred = false,
  children,
  className,
  ...rest
}: ButtonProps) {
  const classes = ['ui-button', `is-${look}`, `is-${size}`, barred ? 'is-barred' : '', className ?? '']
  return (
    <button type="button" {...rest} className={classes.filter(Boolean).join(' ')} aria-disabled={barred || undefined}>
      {children}
      {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
    </button>
  )
}
