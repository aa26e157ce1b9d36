import type { CategoryPath } from '../../../hub-server/contract/reference.ts'

const mostMatches = 7

/** Paths of the taxonomy that hold every part of what is typed; a path that ends in the last part stands first, then the shorter ones. */
export function findCategories(paths: readonly CategoryPath[], typed: string): readonly CategoryPath[] {
  const parts = typed
    .trim()
    .split(/[\s/]+/)
    .filter(Boolean)
  const last = parts.at(-1)
  if (last === undefined) return []
  return paths
    .filter((path) => parts.every((part) => path.includes(part)))
    .map((path) => ({ path, score: fit(path, last) * 4 + path.split('/').length }))
    .sort((a, b) => a.score - b.score)
    .slice(0, mostMatches)
    .map(({ path }) => path)
}

/** `城乡建设 / 村镇建设`, to be read. */
export function spacedPath(path: CategoryPath): string {
  return path.split('/').join(' / ')
}

function fit(path: string, part: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith(part)) return 0
  return name.includes(part) ? 1 : 2
}
