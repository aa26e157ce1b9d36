/** `due`: a due time with its proof, without any hub. */
import type { Command } from 'commander'
import { dueQuestionSchema } from '../contract/clock.ts'
import { indexCalendar } from '../domain/work-calendar.ts'
import { computeDue } from '../service/compute-due.ts'
import { loadReference } from '../service/reference.ts'
import type { Output } from './output.ts'

export function addDueCommand(program: Command, output: Output): void {
  program
    .command('due')
    .description('compute a due time with its proof')
    .requiredOption('--start <time>', 'ISO time or date')
    .requiredOption('--length <length>', '5wd working days, 15d days, 24h hours')
    .option('--json', 'one line of JSON')
    .action(({ start, length }: { start: string; length: string }) => {
      const question = dueQuestionSchema.parse({ start, length })
      const { profile, calendar } = loadReference()
      const due = computeDue({ ...question, calendar: indexCalendar(calendar), profile })
      output.result(due, [`${due.dueAt}${due.provisional ? '  暂定' : ''}`, ...due.proof].join('\n'))
    })
}
