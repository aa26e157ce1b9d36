/**
 * Who may import whom. The table stands in ARCHITECTURE.md; each comment below says what to do instead.
 * maplibre-gl, electron and others are also matched by their bare name: a package that cannot be resolved keeps it.
 */
const npm = (names) => `(^|/)node_modules/(${names})/|^(${names})(/|$)`
const anyNpm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] }
const unitTests = '\\.test\\.(ts|tsx|js)$'

const forbidden = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one thing, or hide a third: move the shared part into its own file.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    comment: 'The import leads nowhere: mend the path (with its .ts ending), or add the package to package.json.',
    from: {},
    // A virtual module is made by a build plugin and has no file.
    to: { couldNotResolve: true, pathNot: [npm('electron|maplibre-gl'), '^virtual:'] },
  },
  {
    name: 'packages-are-declared',
    severity: 'error',
    comment: 'The package is here only because another one needs it: add it to package.json at an exact version.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'nothing-imports-test',
    severity: 'error',
    comment: 'Product code must run without the tests: move the shared part into the product.',
    from: { pathNot: ['^test/', unitTests] },
    to: { path: ['^test/', unitTests] },
  },
  {
    name: 'nothing-imports-scripts',
    severity: 'error',
    comment: 'scripts/ is not shipped: move the shared part into the folder that needs it at run time.',
    from: { path: '^(hub-server|renderer|main|preload)/', pathNot: unitTests },
    to: { path: '^scripts/' },
  },
  {
    name: 'contract-only-zod',
    severity: 'error',
    comment:
      'The contract is what both sides can read: zod and its own files only. Behaviour belongs to domain or service.',
    from: { path: '^hub-server/contract/', pathNot: unitTests },
    to: { pathNot: ['^hub-server/contract/', npm('zod')] },
  },
  {
    name: 'domain-only-contract',
    severity: 'error',
    comment: 'A rule knows only its arguments: hand in time, ids, settings and rows from service.',
    from: { path: '^hub-server/domain/', pathNot: unitTests },
    to: { pathNot: ['^hub-server/(domain|contract)/'] },
  },
  {
    name: 'store-knows-no-doors',
    severity: 'error',
    comment:
      'The store keeps and reads rows: contract, better-sqlite3 and Node only, and the shape of what the domain folds. What to do with rows is for service.',
    from: { path: '^hub-server/store/', pathNot: unitTests },
    to: { path: '^hub-server/', pathNot: '^hub-server/(store|contract)/|^hub-server/domain/case-file\\.ts$' },
  },
  {
    name: 'store-packages',
    severity: 'error',
    comment: 'The store uses better-sqlite3 only: let service hand in the rest.',
    from: { path: '^hub-server/store/', pathNot: unitTests },
    to: { ...anyNpm, pathNot: npm('better-sqlite3|@types/better-sqlite3|zod') },
  },
  {
    name: 'sqlite-only-in-store',
    severity: 'error',
    comment: 'Only the store speaks SQL: add a function to hub-server/store and call that.',
    from: { pathNot: ['^hub-server/store/', '^test/', unitTests] },
    to: { path: npm('better-sqlite3') },
  },
  {
    name: 'service-opens-no-door',
    severity: 'error',
    comment: 'A service must not know who asked: let the door call the service and ring through the bell.',
    from: { path: '^hub-server/service/', pathNot: unitTests },
    to: { path: '^hub-server/', pathNot: '^hub-server/(service|contract|domain|store)/' },
  },
  {
    name: 'service-no-sockets',
    severity: 'error',
    comment: 'Sockets and HTTP belong to gateway and federation: return the answer and let the door send it.',
    from: { path: '^hub-server/(service|store|intake|recommend|report|demo)/', pathNot: unitTests },
    to: { path: npm('socket\\.io|socket\\.io-client|fastify|@fastify/[^/]+') },
  },
  {
    name: 'gateway-through-service',
    severity: 'error',
    comment: 'A door for stations reads and writes through service, and never speaks to other hubs itself.',
    from: { path: '^hub-server/gateway/', pathNot: unitTests },
    to: { path: '^hub-server/', pathNot: '^hub-server/(gateway|contract|service)/' },
  },
  {
    name: 'federation-through-service',
    severity: 'error',
    comment: 'A door between hubs uses service (and the store that Hub hands it), never the doors for stations.',
    from: { path: '^hub-server/federation/', pathNot: unitTests },
    to: { path: '^hub-server/', pathNot: '^hub-server/(federation|contract|service|store)/' },
  },
  {
    name: 'hub-side-folders-apart',
    severity: 'error',
    comment: 'intake, recommend, report and demo each use contract, domain and service, and not one another.',
    from: { path: '^hub-server/(intake|recommend|report|demo)/', pathNot: unitTests },
    to: { path: '^hub-server/', pathNot: '^hub-server/($1|contract|domain|service)/' },
  },
  {
    name: 'hub-main-is-the-top',
    severity: 'error',
    comment: 'hub-server/main.ts builds everything once: move what you need from it into the folder it belongs to.',
    from: { pathNot: ['^test/', unitTests] },
    to: { path: '^hub-server/main\\.ts$' },
  },
  {
    name: 'hub-knows-no-screen',
    severity: 'error',
    comment: 'The hub runs without any window: what both need belongs to hub-server/contract.',
    from: { path: '^hub-server/', pathNot: unitTests },
    to: { path: ['^(renderer|main|preload)/', npm('electron')] },
  },
  {
    name: 'renderer-reads-only-the-contract',
    severity: 'error',
    comment: 'A window holds no rule: what it needs to know comes with the row. Only hub-server/contract may be read.',
    from: { path: '^renderer/', pathNot: unitTests },
    to: { path: '^hub-server/', pathNot: '^hub-server/contract/' },
  },
  {
    name: 'renderer-is-a-browser-page',
    severity: 'error',
    comment: 'A window is sandboxed and also runs in a browser: ask through the bridge of preload/station-api.ts.',
    from: { path: '^renderer/', pathNot: unitTests },
    to: { path: [npm('electron'), '^main/'] },
  },
  {
    name: 'renderer-no-node',
    severity: 'error',
    comment: 'Node does not exist in a window: use what the web platform offers, or the hub.',
    from: { path: '^renderer/', pathNot: unitTests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'renderer-knows-bridge-types-only',
    severity: 'error',
    comment: 'The code of preload runs elsewhere: `import type` from preload/station-api.ts is all a window may take.',
    from: { path: '^renderer/', pathNot: unitTests },
    to: { path: '^preload/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'renderer-knows-station-api-only',
    severity: 'error',
    comment: 'Of preload, a window may know preload/station-api.ts and nothing else.',
    from: { path: '^renderer/', pathNot: unitTests },
    to: { path: '^preload/', pathNot: '^preload/station-api\\.ts$' },
  },
  {
    name: 'hub-link-knows-no-feature',
    severity: 'error',
    comment: 'renderer/hub brings rows and sends commands: let the feature read its queries instead.',
    from: { path: '^renderer/hub/', pathNot: unitTests },
    to: { path: '^renderer/', pathNot: '^renderer/(hub|shared)/' },
  },
  {
    name: 'map-knows-no-rows',
    severity: 'error',
    comment: 'renderer/map draws what it is handed: let the feature fetch the rows and hand them over.',
    from: { path: '^renderer/map/', pathNot: unitTests },
    to: { path: '^renderer/', pathNot: '^renderer/(map|shared)/' },
  },
  {
    name: 'shared-knows-nobody',
    severity: 'error',
    comment: 'renderer/shared is for everybody: what knows a noun of the office belongs to its feature.',
    from: { path: '^renderer/shared/', pathNot: unitTests },
    to: { path: '^renderer/', pathNot: '^renderer/shared/' },
  },
  {
    name: 'features-apart',
    severity: 'error',
    comment:
      'Features do not know one another: compose them in renderer/screens, or move the common part to renderer/shared.',
    from: { path: '^renderer/features/([^/]+)/', pathNot: unitTests },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'features-below-screens',
    severity: 'error',
    comment: 'A feature does not know where it stands: hand in what it needs from the screen.',
    from: { path: '^renderer/features/', pathNot: unitTests },
    to: { path: '^renderer/', pathNot: '^renderer/(features|hub|map|shared)/' },
  },
  {
    name: 'screens-only-compose',
    severity: 'error',
    comment: 'A screen says which features stand where: reading rows or drawing the map is for a feature.',
    from: { path: '^renderer/screens/', pathNot: unitTests },
    to: { path: '^renderer/', pathNot: '^renderer/(screens|features|shared)/' },
  },
  {
    name: 'index-starts-the-screens',
    severity: 'error',
    comment: 'renderer/index.tsx opens the link and shows a screen: features are reached through screens.',
    from: { path: '^renderer/[^/]+\\.tsx?$', pathNot: unitTests },
    to: { path: '^renderer/[^/]+/', pathNot: '^renderer/(screens|hub|shared)/' },
  },
  {
    name: 'one-user-of-the-socket',
    severity: 'error',
    comment: 'One place speaks to the hub: use the queries and commands of renderer/hub.',
    from: { path: '^(renderer|main|preload)/', pathNot: ['^renderer/hub/', unitTests] },
    to: { path: npm('socket\\.io-client') },
  },
  {
    name: 'one-user-of-the-map-engine',
    severity: 'error',
    comment: 'One place holds the map: use renderer/map.',
    from: { pathNot: ['^renderer/map/', '^test/', unitTests] },
    to: { path: npm('maplibre-gl') },
  },
  {
    name: 'preload-is-tiny',
    severity: 'error',
    comment:
      'The bridge is loaded into every window before its page: electron and its own folder only, names and types.',
    from: { path: '^preload/', pathNot: unitTests },
    to: { pathNot: ['^preload/', npm('electron')] },
  },
  {
    name: 'main-knows-no-case',
    severity: 'error',
    comment: 'main opens windows and has never heard of a case: what a window shows comes from the hub.',
    from: { path: '^main/', pathNot: unitTests },
    to: { path: ['^(hub-server|renderer|preload)/'], pathNot: '^preload/station-api\\.ts$' },
  },
  {
    name: 'main-packages',
    severity: 'error',
    comment: 'main uses electron, Node and zod only: a library for anything else belongs to the hub or a window.',
    from: { path: '^main/', pathNot: unitTests },
    to: { ...anyNpm, pathNot: npm('electron|zod') },
  },
]

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(out|data|[.]cache)/', '[.](css|svg|png)$'] },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
