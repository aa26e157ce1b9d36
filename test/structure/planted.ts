/** Which net must catch a planted file: a tool, and the rule (or compiler error) it must name. */
export type Catch = ['tsc' | 'eslint' | 'depcruise', string]

export interface Plant {
  breaks: string
  file: string
  source: string
  caughtBy: Catch[]
}

/** A small healthy product. None of these files may be reported by any net. */
export const healthy: Record<string, string> = {
  'hub-server/contract/colour.ts': `import { z } from 'zod'
export const colourSchema = z.enum(['green', 'red'])
export type Colour = z.infer<typeof colourSchema>
export type Happening = { kind: 'opened' } | { kind: 'closed' }
`,
  'hub-server/domain/lane.ts': `import type { Colour } from '../contract/colour.ts'
export const laneOf = (late: boolean): Colour => (late ? 'red' : 'green')
`,
  'hub-server/domain/lane.test.ts': `import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { laneOf } from './lane.ts'
test('what is late is red', () => {
  expect(readFileSync).toBeDefined()
  expect(laneOf(true)).toBe('red')
})
`,
  'hub-server/store/ledger.ts': `import Database from 'better-sqlite3'
export const ledger = { inOneStep: (work: () => unknown) => work() }
export const open = (file: string): Database.Database => new Database(file)
`,
  'hub-server/store/page.ts': `export const pageSize = 50
`,
  'hub-server/service/ask.ts': `import { laneOf } from '../domain/lane.ts'
import { ledger } from '../store/ledger.ts'
export const ask = () => ledger.inOneStep(() => laneOf(true))
`,
  'hub-server/gateway/door.ts': `import { ask } from '../service/ask.ts'
export const door = () => ask()
`,
  'hub-server/federation/uplink.ts': `import { ask } from '../service/ask.ts'
export const uplink = () => ask()
`,
  'preload/station-api.ts': `export interface StationApi { hub: string }
export const channelName = 'station'
`,
  'main/index.ts': `import { app } from 'electron'
import type { StationApi } from '../preload/station-api.ts'
export const station: StationApi = { hub: app.getName() }
`,
  'renderer/shared/label.ts': `export const label = (text: string) => text.trim()
`,
  'renderer/hub/rows.ts': `import type { Colour } from '../../hub-server/contract/colour.ts'
export const rows: Colour[] = ['green']
`,
  'renderer/map/engine.ts': `import type { Map } from 'maplibre-gl'
export const zoomOf = (map: Map) => map.getZoom()
`,
  'renderer/features/lanes/lanes.tsx': `import { rows } from '../../hub/rows.ts'
import { label } from '../../shared/label.ts'
export const Lanes = () => <p>{label(rows.join())}</p>
`,
  'renderer/features/board/board.tsx': `import type { StationApi } from '../../../preload/station-api.ts'
export const Board = ({ api }: { api: StationApi }) => <p>{api.hub}</p>
`,
  'tool.config.ts': `export const tool = 'a tool'
`,
  'test/support/clock.ts': `export const clock = () => 0
`,
}

const plant = (breaks: string, file: string, source: string, ...caughtBy: Catch[]): Plant => ({
  breaks,
  file,
  source,
  caughtBy,
})

const syntax: Catch = ['eslint', 'no-restricted-syntax']

const inDomain: Plant[] = [
  plant(
    'the domain reads process.env',
    'hub-server/domain/env.ts',
    `export const home = process.env['HOME']\n`,
    ['tsc', 'TS2591'],
    ['eslint', 'no-restricted-globals'],
  ),
  plant('the domain calls Date.now()', 'hub-server/domain/now.ts', `export const now = () => Date.now()\n`, syntax),
  plant('the domain makes a new Date()', 'hub-server/domain/date.ts', `export const now = () => new Date()\n`, syntax),
  plant('the domain throws dice', 'hub-server/domain/dice.ts', `export const dice = () => Math.random()\n`, syntax),
  plant(
    'the domain has an async decision',
    'hub-server/domain/later.ts',
    `export const decide = async (answer: PromiseLike<number>) => await answer\n`,
    syntax,
  ),
  plant(
    'the domain throws',
    'hub-server/domain/throws.ts',
    `export function decide(): never {\n  throw new Error('no')\n}\n`,
    syntax,
  ),
  plant('the domain has a class', 'hub-server/domain/class.ts', `export class Decider {\n  a = 1\n}\n`, syntax),
  plant(
    'the domain imports the store',
    'hub-server/domain/stores.ts',
    `import { pageSize } from '../store/page.ts'\nexport const mine = pageSize\n`,
    ['tsc', 'TS6307'],
    ['depcruise', 'domain-only-contract'],
  ),
  plant(
    'the domain imports zod',
    'hub-server/domain/zods.ts',
    `import { z } from 'zod'\nexport const schema = z.string()\n`,
    ['depcruise', 'domain-only-contract'],
  ),
  plant(
    'the domain imports Node',
    'hub-server/domain/nodes.ts',
    `import { hostname } from 'node:os'\nexport const host = hostname\n`,
    ['tsc', 'TS2591'],
    ['depcruise', 'domain-only-contract'],
  ),
  plant(
    'a new happening is not handled in a switch',
    'hub-server/domain/switch.ts',
    `import type { Happening } from '../contract/colour.ts'
export function word(happening: Happening): string {
  switch (happening.kind) {
    case 'opened':
      return 'open'
  }
}
`,
    ['tsc', 'TS2366'],
    ['eslint', '@typescript-eslint/switch-exhaustiveness-check'],
  ),
  plant(
    'a hole in the transition table',
    'hub-server/domain/table.ts',
    `import type { Happening } from '../contract/colour.ts'
export const outcome: Record<Happening['kind'], string> = { opened: 'open' }
`,
    ['tsc', 'TS2741'],
  ),
]

const inHub: Plant[] = [
  plant(
    'the contract imports the domain',
    'hub-server/contract/rules.ts',
    `import { laneOf } from '../domain/lane.ts'\nexport const lane = laneOf\n`,
    ['tsc', 'TS6307'],
    ['depcruise', 'contract-only-zod'],
  ),
  plant(
    'a service imports the gateway',
    'hub-server/service/knocks.ts',
    `import { door } from '../gateway/door.ts'\nexport const knocks = door\n`,
    ['depcruise', 'service-opens-no-door'],
  ),
  plant(
    'the gateway opens a database',
    'hub-server/gateway/opens.ts',
    `import Database from 'better-sqlite3'\nexport const open = (): Database.Database => new Database(':memory:')\n`,
    ['depcruise', 'sqlite-only-in-store'],
  ),
  plant(
    'the gateway imports federation',
    'hub-server/gateway/links.ts',
    `import { uplink } from '../federation/uplink.ts'\nexport const link = uplink\n`,
    ['depcruise', 'gateway-through-service'],
  ),
  plant(
    'federation imports the gateway',
    'hub-server/federation/doors.ts',
    `import { door } from '../gateway/door.ts'\nexport const doors = door\n`,
    ['depcruise', 'federation-through-service'],
  ),
  plant(
    'an async function is given to a transaction',
    'hub-server/store/late.ts',
    `import { ledger } from './ledger.ts'
export const late = (answer: Promise<number>) => ledger.inOneStep(async () => await answer)
`,
    syntax,
  ),
  plant(
    'a promise is left floating',
    'hub-server/service/floats.ts',
    `export function floats(answer: Promise<number>) {\n  answer.then((n) => n + 1)\n}\n`,
    ['eslint', '@typescript-eslint/no-floating-promises'],
  ),
  plant('the hub writes to the console', 'hub-server/service/talks.ts', `console.log('hello')\n`, [
    'eslint',
    'no-console',
  ]),
  plant(
    'a barrel',
    'hub-server/service/barrel.ts',
    `export { ask } from './ask.ts'\nexport * from './floats.ts'\n`,
    syntax,
  ),
  plant(
    'a function of more than sixty lines',
    'hub-server/service/long.ts',
    `export function long(n: number) {\n${'  n += 1\n'.repeat(61)}  return n\n}\n`,
    ['eslint', 'max-lines-per-function'],
  ),
  plant('a file of more than four hundred lines', 'hub-server/service/tall.ts', 'export {}\n'.repeat(401), [
    'eslint',
    'max-lines',
  ]),
  plant(
    'a cycle, hidden in types',
    'hub-server/service/circle.ts',
    `import type { Round } from './round.ts'\nexport interface Circle { round: Round }\n`,
    ['depcruise', 'no-cycles'],
  ),
  plant(
    'a cycle is met from its other side (reported once, above)',
    'hub-server/service/round.ts',
    `import type { Circle } from './circle.ts'\nexport interface Round { circle: Circle }\n`,
  ),
  plant(
    'the product imports a test',
    'hub-server/service/tests.ts',
    `import { clock } from '../../test/support/clock.ts'\nexport const now = clock\n`,
    ['depcruise', 'nothing-imports-test'],
  ),
]

const inWindows: Plant[] = [
  plant(
    'a window imports a rule',
    'renderer/features/lanes/rule.ts',
    `import { laneOf } from '../../../hub-server/domain/lane.ts'\nexport const rule = laneOf\n`,
    ['depcruise', 'renderer-reads-only-the-contract'],
  ),
  plant(
    'a window takes only the type of a rule',
    'renderer/features/lanes/rule-type.ts',
    `import type { laneOf } from '../../../hub-server/domain/lane.ts'\nexport type Rule = typeof laneOf\n`,
    ['tsc', 'TS6307'],
    ['depcruise', 'renderer-reads-only-the-contract'],
  ),
  plant(
    'a window imports electron',
    'renderer/features/lanes/shell.ts',
    `import { shell } from 'electron'\nexport const open = shell\n`,
    ['depcruise', 'renderer-is-a-browser-page'],
  ),
  plant(
    'a feature imports another feature',
    'renderer/features/lanes/both.ts',
    `import { Board } from '../board/board.tsx'\nexport const Both = Board\n`,
    ['depcruise', 'features-apart'],
  ),
  plant(
    'a feature uses the map engine',
    'renderer/features/lanes/own-map.ts',
    `import { Map } from 'maplibre-gl'\nexport const map = Map\n`,
    ['depcruise', 'one-user-of-the-map-engine'],
  ),
  plant(
    'a feature opens a socket',
    'renderer/features/lanes/own-socket.ts',
    `import { io } from 'socket.io-client'\nexport const socket = io\n`,
    ['depcruise', 'one-user-of-the-socket'],
  ),
  plant(
    'a window imports the code of preload',
    'renderer/features/lanes/bridge.ts',
    `import { channelName } from '../../../preload/station-api.ts'\nexport const bridge = channelName\n`,
    ['depcruise', 'renderer-knows-bridge-types-only'],
  ),
  plant(
    'the map imports the hub link',
    'renderer/map/rows.ts',
    `import { rows } from '../hub/rows.ts'\nexport const drawn = rows\n`,
    ['depcruise', 'map-knows-no-rows'],
  ),
  plant(
    'the hub link imports a feature',
    'renderer/hub/lanes.ts',
    `import { Lanes } from '../features/lanes/lanes.tsx'\nexport const shown = Lanes\n`,
    ['depcruise', 'hub-link-knows-no-feature'],
  ),
  plant(
    'a screen reads rows itself',
    'renderer/screens/desk.ts',
    `import { rows } from '../hub/rows.ts'\nexport const desk = rows\n`,
    ['depcruise', 'screens-only-compose'],
  ),
  plant(
    'text becomes markup',
    'renderer/features/board/markup.tsx',
    `export const Markup = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />\n`,
    syntax,
  ),
  plant(
    'text becomes code',
    'renderer/features/board/code.ts',
    `export const code = (text: string): unknown => eval(text)\n`,
    ['eslint', 'no-eval'],
  ),
  plant(
    'a hook runs only sometimes',
    'renderer/features/board/hook.tsx',
    `import { useState } from 'react'
export const Hook = ({ on }: { on: boolean }) => {
  if (on) useState(0)
  return null
}
`,
    ['eslint', 'react-hooks/rules-of-hooks'],
  ),
  plant(
    'main imports the contract of the hub',
    'main/colours.ts',
    `import { colourSchema } from '../hub-server/contract/colour.ts'\nexport const colours = colourSchema\n`,
    ['tsc', 'TS6307'],
    ['depcruise', 'main-knows-no-case'],
  ),
  plant('preload imports zod', 'preload/schema.ts', `import { z } from 'zod'\nexport const schema = z.string()\n`, [
    'depcruise',
    'preload-is-tiny',
  ]),
]

/** The violations of the import table and of the style rules, one file each. */
export const plants: Plant[] = [...inDomain, ...inHub, ...inWindows]
