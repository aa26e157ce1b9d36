import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const cache = join(root, '.cache')
/** Folder the commands of the installed packages stand in. */
export const bin = join(root, 'node_modules', '.bin')
