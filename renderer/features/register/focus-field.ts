import type { RegisterField } from './draft.ts'

/** Puts the cursor into a field of the sheet; in a choice, on what is chosen. */
export function focusField(sheet: HTMLElement | null, field: RegisterField): void {
  sheet
    ?.querySelector(`[data-field="${field}"]`)
    ?.querySelector<HTMLElement>('textarea, input:not([type=radio]), input:checked, input[type=radio]')
    ?.focus()
}
