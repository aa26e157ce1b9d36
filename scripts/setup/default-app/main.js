/*
 * What Electron runs when it is given the path of an app: the registry's runtime comes without its own.
 * `electron [-r FILE] [switches] APP` loads FILE first, then APP (a folder with a package.json, or a file).
 */
import { app } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { preloads, path } = readArguments(process.argv.slice(1))
const require = createRequire(import.meta.url)
for (const file of preloads) require(resolve(file))
if (path === undefined) {
  process.stderr.write('electron: name the app to start\n')
  app.exit(2)
} else {
  await start(resolve(path))
}

function readArguments(args) {
  const preloads = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') preloads.push(args[(i += 1)])
    else if (!arg.startsWith('-')) return { preloads, path: arg }
  }
  return { preloads, path: undefined }
}

async function start(given) {
  const folder = appFolder(given)
  const description = folder === undefined ? {} : JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = description.productName ?? description.name
  if (name !== undefined) app.setName(name)
  if (description.version !== undefined) app.setVersion(description.version)
  if (description.desktopName !== undefined) app.setDesktopName(description.desktopName)
  const main = statSync(given).isDirectory() ? join(given, description.main ?? 'index.js') : given
  app.setAppPath(statSync(given).isDirectory() ? given : dirname(given))
  // A profile named on the command line stays.
  if (name !== undefined && !app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', join(app.getPath('appData'), name))
  await import(pathToFileURL(main).href)
}

/** Electron's own default app looks for the package.json in the folder it was given, or beside the file. */
function appFolder(given) {
  const folder = statSync(given).isDirectory() ? given : dirname(given)
  return existsSync(join(folder, 'package.json')) ? folder : undefined
}
