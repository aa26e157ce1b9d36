/**
 * Chinese full text from one character up: bigrams made here, in an FTS5 index without content. Newest first, never by rank (a common
 * word over a million rows would take a second). The divisions above a case are words of the index, so a scope costs one more word.
 */
import type { Database } from 'better-sqlite3'
import type { BoardRecord } from './cases.ts'

export interface SearchQuestion {
  /** What is looked for; empty finds everything. */
  readonly words: string
  /** Division under which to look. */
  readonly division?: string
  /** Only cases this unit works on. */
  readonly unit?: string
  readonly state?: string
  readonly colour?: string
  readonly category?: string
  readonly leadUnit?: string
  readonly channel?: string
  /** Not registered before, ms. */
  readonly sinceMs?: number
  /** Newer ones were shown already: continue below this number. */
  readonly below?: number
  readonly limit: number
}

export function searchIn(db: Database) {
  const insert = db.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)')
  const replace = db.prepare('INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)')
  return {
    add: (n: number, text: string, divisions: readonly string[]): void => {
      insert.run(n, indexWords(text, divisions))
    },
    replace: (n: number, text: string, divisions: readonly string[]): void => {
      replace.run(n, indexWords(text, divisions))
    },
    /** Newest first. Bad syntax cannot be written: every word is quoted. */
    find: (question: SearchQuestion): BoardRecord[] => {
      const { sql, values } = searchSql(question)
      return db.prepare<unknown[], BoardRecord>(sql).all(...values)
    },
  }
}

function searchSql(question: SearchQuestion): { sql: string; values: unknown[] } {
  const match = matchOf(question.words, question.division)
  const conditions: string[] = match === undefined ? [] : ['search MATCH ?']
  const values: unknown[] = match === undefined ? [] : [match]
  const number = match === undefined ? 'c.n' : 'search.rowid'
  const add = (condition: string, value: unknown) => {
    if (value === undefined) return
    conditions.push(condition)
    values.push(value)
  }
  add(`${number} < ?`, question.below)
  add('c.state = ?', question.state)
  add('c.colour = ?', question.colour)
  add('c.lead_unit = ?', question.leadUnit)
  add('c.channel = ?', question.channel)
  add('c.registered_ms >= ?', question.sinceMs)
  add('EXISTS (SELECT 1 FROM case_units u WHERE u.unit = ? AND u.n = c.n)', question.unit)
  if (question.category !== undefined) {
    conditions.push("(c.category = ? OR substr(c.category, 1, length(?) + 1) = ? || '/')")
    values.push(question.category, question.category, question.category)
  }
  const from = match === undefined ? 'cases c' : 'search JOIN cases c ON c.n = search.rowid'
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  values.push(question.limit)
  return {
    sql: `SELECT c.n, c.id, c.changed, c.is_open, c.file, c.board_row FROM ${from} ${where} ORDER BY ${number} DESC LIMIT ?`,
    values,
  }
}

/** FTS5 match text, or undefined when neither words nor a division narrow it. Words stand side by side: all must be there. */
function matchOf(words: string, division: string | undefined): string | undefined {
  const parts = runsOf(words).map(phraseOf)
  if (division !== undefined) parts.push(`"d_${division}"`)
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

/** A run of Han characters is a phrase of bigrams; one character is a prefix; Latin and digits are words, prefixes while typed. */
function phraseOf(run: string): string {
  const characters = [...run]
  const [first = ''] = characters
  if (!isHan(first)) return `"${run}"*`
  if (characters.length === 1) return `"${run}"*`
  const pairs = characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''))
  return `"${pairs.join(' ')}"`
}

function indexWords(text: string, divisions: readonly string[]): string {
  const words: string[] = divisions.map((code) => `d_${code}`)
  for (const run of runsOf(text)) {
    const characters = [...run]
    if (!isHan(characters[0] ?? '')) words.push(run)
    else characters.forEach((character, index) => words.push(character + (characters[index + 1] ?? '')))
  }
  return words.join(' ')
}

/** Runs of Han characters, and runs of letters and digits, in lower case and in one width. At most 40 runs of a question count. */
function runsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? []
  )
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character)
}
