/** The first schema: ledger, cases with their board rows, queues and counts, people apart, timers, accounts, audit. */
export const ledgerMigration = {
  number: 1,
  name: 'ledger',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Facts. (origin, origin_seq) is the name of a fact for ever; seq is only this file's order and the cursor of every reader.
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  origin TEXT NOT NULL,
  origin_seq INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
-- a fact that arrives twice is one fact
CREATE UNIQUE INDEX events_name ON events (origin, origin_seq);
-- a case's course, oldest first
CREATE UNIQUE INDEX events_course ON events (case_id, version);
CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER events_are_fixed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The case as it is now (file) and as the screens draw it (board_row), both rebuilt from events by 'rebuild'.
CREATE TABLE cases (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  case_code TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  category TEXT,
  division TEXT NOT NULL,
  lead_unit TEXT,
  colour TEXT,
  is_open INTEGER NOT NULL,
  next_due INTEGER NOT NULL,
  registered_ms INTEGER NOT NULL,
  external_key TEXT,
  changed INTEGER NOT NULL,
  file TEXT NOT NULL,
  board_row TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_id ON cases (id);
CREATE UNIQUE INDEX cases_code ON cases (case_code);
-- the feed: what changed after a cursor
CREATE INDEX cases_changed ON cases (changed);
-- a first look at a board: everything open, in order
CREATE INDEX cases_open ON cases (next_due, n) WHERE is_open = 1;
-- the newest matters of one place, to find a likely duplicate
CREATE INDEX cases_place ON cases (division, n);
-- an import that runs twice
CREATE UNIQUE INDEX cases_external ON cases (external_key) WHERE external_key IS NOT NULL;

-- One row per (division above a case or unit that works on it, queue): any queue of any place is one range, whatever the archive.
CREATE TABLE queue (
  node TEXT NOT NULL,
  queue TEXT NOT NULL,
  due INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (node, queue, due, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE queue_counts (
  node TEXT NOT NULL,
  queue TEXT NOT NULL,
  total INTEGER NOT NULL,
  red INTEGER NOT NULL,
  yellow INTEGER NOT NULL,
  blue INTEGER NOT NULL,
  red_unacknowledged INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY (node, queue)
) STRICT, WITHOUT ROWID;
CREATE TABLE daily_counts (
  node TEXT NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (node, day, name)
) STRICT, WITHOUT ROWID;
-- units that work on a case now: what a unit's people see
CREATE TABLE case_units (unit TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (unit, n)) STRICT, WITHOUT ROWID;

-- Bigrams of the masked words, with the codes of the divisions above as words of their own. The prefix index answers for one character.
CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize="unicode61 tokenchars '_'");

-- Personal data, apart from everything: deleting a row here touches no fact.
CREATE TABLE people (
  case_id TEXT PRIMARY KEY,
  tracking_code TEXT NOT NULL,
  name TEXT,
  phone TEXT,
  phone_key TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  place_text TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX people_tracking ON people (tracking_code);
-- the other matters of one caller
CREATE INDEX people_phone ON people (phone_key) WHERE phone_key IS NOT NULL;
-- what masking took out of the words of an event
CREATE TABLE clear_words (
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (case_id, version, field)
) STRICT, WITHOUT ROWID;

-- One timer a case: the next moment at which time alone changes it.
CREATE TABLE timers (case_id TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due, case_id);

-- What was answered to a command id, for 30 days.
CREATE TABLE answers (
  key TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_at ON answers (at);

CREATE TABLE case_numbers (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  roles TEXT NOT NULL,
  division TEXT NOT NULL,
  unit TEXT,
  disabled INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_account ON sessions (account_id);
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key_hash TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL,
  revoked INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
`,
}
