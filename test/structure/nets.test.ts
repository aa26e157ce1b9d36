import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthy, plants } from './planted.ts'

const repository = resolve(import.meta.dirname, '../..')
const configs = [
  'package.json',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.tools.json',
  ...['hub-server/contract', 'hub-server/domain', 'hub-server', 'preload', 'main', 'renderer', 'test'].map(
    (folder) => `${folder}/tsconfig.json`,
  ),
]

/** What the three nets said: `tool file rule`, one entry each. */
let found: string[] = []
let folder = ''

beforeAll(async () => {
  // Inside the repository's cache, so that the packages are found on the way up.
  mkdirSync(join(repository, '.cache'), { recursive: true })
  folder = mkdtempSync(join(repository, '.cache', 'planted-'))
  for (const file of configs) write(file, readFileSync(join(repository, file), 'utf8'))
  for (const [file, source] of Object.entries(healthy)) write(file, source)
  for (const { file, source } of plants) write(file, source)
  found = (await Promise.all([compile(), lint(), cruise()])).flat()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(plants.flatMap((plant) => plant.caughtBy.map(([tool, rule]) => ({ ...plant, tool, rule }))))(
  '$tool catches it when $breaks',
  ({ tool, file, rule }) => {
    expect(found.filter((entry) => entry.startsWith(`${tool} ${file} `))).toContain(`${tool} ${file} ${rule}`)
  },
)

test('no net catches what is healthy', () => {
  expect(found.filter((entry) => Object.keys(healthy).some((file) => entry.includes(` ${file} `)))).toEqual([])
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

async function compile(): Promise<string[]> {
  const output = await run('tsc', ['-b', '--pretty', 'false'])
  return [...output.matchAll(/^([^\s(]+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `tsc ${file} ${code}`)
}

async function lint(): Promise<string[]> {
  const output = await run('eslint', ['--format', 'json', 'hub-server', 'main', 'preload', 'renderer', 'test'])
  const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[]
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `eslint ${relative(folder, filePath)} ${ruleId ?? message}`),
  )
}

async function cruise(): Promise<string[]> {
  const folders = ['hub-server', 'main', 'preload', 'renderer', 'test']
  const output = await run('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders])
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return summary.violations.map(({ from, rule }) => `depcruise ${from} ${rule.name}`)
}

/** The tool's standard output, whatever its exit code: finding something is what it is run for. */
function run(tool: string, args: string[]): Promise<string> {
  const bin = join(repository, 'node_modules/.bin', tool)
  return new Promise((done) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) =>
      done(stdout),
    )
  })
}
