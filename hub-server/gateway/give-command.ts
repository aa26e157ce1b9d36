/** A command from any door: run, measured, and one line in the log with ids only. */
import type { CommandEnvelope } from '../contract/command.ts'
import type { Answer } from '../contract/refusal.ts'
import { runCommand, type CommandResult } from '../service/run-command.ts'
import type { Asker, Door } from './door.ts'

export async function giveCommand(
  { hub, metrics, logger }: Pick<Door, 'hub' | 'metrics' | 'logger'>,
  asker: Asker,
  envelope: CommandEnvelope,
  requestId: string,
): Promise<Answer<CommandResult>> {
  const startedAt = performance.now()
  let outcome = 'hub.failed'
  try {
    const answer = await runCommand(hub, asker, envelope)
    outcome = answer.ok ? 'done' : answer.refusal.code
    return answer
  } finally {
    const ms = performance.now() - startedAt
    metrics.commands.inc({ type: envelope.type, outcome })
    metrics.commandSeconds.observe(ms / 1000)
    logger.info(
      {
        requestId,
        command: envelope.type,
        commandId: envelope.id,
        caseId: envelope.caseId,
        actor: asker.actor.id,
        outcome,
        ms: Math.round(ms * 10) / 10,
      },
      'command',
    )
  }
}
