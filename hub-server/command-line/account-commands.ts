/** Accounts of people and keys of programs. */
import type { Command } from 'commander'
import { roles } from '../contract/vocabulary.ts'
import { doAndTell, withCommonOptions, type CommonOptions } from './common-options.ts'
import type { Output } from './output.ts'
import { readPassword } from './read-password.ts'

interface NewUserOptions extends CommonOptions {
  name: string
  roles: string[]
  division: string
  unit?: string
}

export function addAccountCommands(program: Command, output: Output): void {
  addUserCommands(program.command('user').description('accounts of this hub'), output)
  addKeyCommands(program.command('key').description('API keys of other programs'), output)
}

function addUserCommands(user: Command, output: Output): void {
  withCommonOptions(user.command('add <username>'))
    .description('add an account; its password is read from standard input')
    .requiredOption('--name <name>', 'name of the person')
    .requiredOption('--roles <roles>', `comma-separated: ${roles.join(', ')}`, (text) =>
      text.split(',').map((role) => role.trim()),
    )
    .requiredOption('--division <code12>', 'division of the person’s centre')
    .option('--unit <code>', 'unit, for its handlers and heads')
    .action(async (username: string, options: NewUserOptions) => {
      const { name, division, unit } = options
      const password = await readPassword()
      const input = { username, name, roles: options.roles, division, password, ...(unit !== undefined && { unit }) }
      await doAndTell(output, options, 'user.add', input)
    })
  withCommonOptions(user.command('list'))
    .description('list the accounts')
    .action(async (options: CommonOptions) => {
      await doAndTell(output, options, 'user.list', {})
    })
  withCommonOptions(user.command('reset <username>'))
    .description('give a new password, read from standard input, and end all sessions')
    .action(async (username: string, options: CommonOptions) => {
      await doAndTell(output, options, 'user.reset', { username, password: await readPassword() })
    })
}

function addKeyCommands(key: Command, output: Output): void {
  withCommonOptions(key.command('add <name>'))
    .description('make a key; it is shown once')
    .action(async (name: string, options: CommonOptions) => {
      await doAndTell(output, options, 'key.add', { name })
    })
  withCommonOptions(key.command('list'))
    .description('list the keys, without their secrets')
    .action(async (options: CommonOptions) => {
      await doAndTell(output, options, 'key.list', {})
    })
  withCommonOptions(key.command('revoke <key>'))
    .description('revoke a key by its id or name')
    .action(async (name: string, options: CommonOptions) => {
      await doAndTell(output, options, 'key.revoke', { key: name })
    })
}
