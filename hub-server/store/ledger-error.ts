/** Why a ledger cannot be opened or written: a stable code and one line for the operator. */
export class LedgerError extends Error {
  override name = 'LedgerError'
  readonly code: 'ledger.locked' | 'ledger.corrupt' | 'ledger.newer' | 'ledger.unreadable' | 'ledger.foreign'

  constructor(code: LedgerError['code'], message: string) {
    super(message)
    this.code = code
  }
}
