import type { IncomingRow } from '../contract/incoming.ts'
import type { RowSource } from './bytes.ts'
import { toIncoming, type MapRowOptions } from './map-row.ts'
import { readRows, type ReadRowsOptions } from './read-rows.ts'

/** Every row of a source as an appeal on its way in, or why its line is none; in the order of the source, each line at most once. */
export async function* readIncoming(
  source: RowSource,
  options: ReadRowsOptions & MapRowOptions,
): AsyncGenerator<IncomingRow> {
  for await (const row of readRows(source, options))
    yield {
      line: row.line,
      incoming: 'value' in row ? toIncoming(row.value, options) : { ok: false, refusal: row.refusal },
    }
}
