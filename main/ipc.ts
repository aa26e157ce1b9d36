import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { z } from 'zod'
import { stationChannels } from '../preload/station-api.ts'
import type { HubAddress, StationAnswer, StationInfo, StationProblem, WindowKind } from '../preload/station-api.ts'
import { callerProblem, openCallBudget, sizeProblem } from './call-check.ts'
import type { Caller } from './call-check.ts'
import type { Report } from './report.ts'

/** The one door between pages and the main process: every channel of the bridge goes through `answerCall`, and there is no other channel. */
export function openStationDoor(
  ipcMain: IpcMain,
  station: Station,
  { now, report }: { now: () => number; report: Report },
) {
  const budget = openCallBudget({ perSecond: 10, burst: 40, now })
  const desk = { station, budget, report }
  for (const channel of Object.values(stationChannels)) {
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      answerCall(desk, { channel, args, sender: event.sender.id, caller: callerOf(event, station) }),
    )
  }
  return {
    forget: (sender: number) => {
      budget.forget(sender)
    },
  }
}

/** What the channels do. Each is reached only after its caller and its arguments were checked. */
export type Station = {
  windowKindOf(sender: number): WindowKind | undefined
  hub(): HubAddress | null
  chooseHub(url: string): Promise<StationAnswer<HubAddress>>
  open(kind: WindowKind): void
  info(kind: WindowKind): StationInfo
}

export type Call = { channel: string; args: readonly unknown[]; sender: number; caller: Caller }

type Door = { station: Station; budget: { take(window: number): boolean }; report: Report }

/** Checks a call and does it. Never throws: whatever goes wrong is a typed answer, and what smells of an attack is reported. */
export async function answerCall({ station, budget, report }: Door, call: Call): Promise<StationAnswer<unknown>> {
  if (!budget.take(call.sender)) return refused({ code: 'rate.limited', detail: 'too many calls' }, call, report)
  const entry = entries.get(call.channel)
  if (entry === undefined)
    return refused({ code: 'ipc.unknownChannel', detail: call.channel.slice(0, 100) }, call, report)
  const problem = callerProblem(call.caller, entry.kinds) ?? sizeProblem(call.args)
  if (problem !== null) return refused(problem, call, report)
  try {
    const answer = await entry.run(station, call.args, call.caller.windowKind ?? 'wall')
    return answer.ok ? answer : refused(answer.problem, call, report)
  } catch (error) {
    return refused({ code: 'station.failed', detail: String(error) }, call, report)
  }
}

type Entry = {
  kinds: readonly WindowKind[]
  run(
    station: Station,
    args: readonly unknown[],
    kind: WindowKind,
  ): StationAnswer<unknown> | Promise<StationAnswer<unknown>>
}

const everyKind: readonly WindowKind[] = ['desk', 'wall']
const deskOnly: readonly WindowKind[] = ['desk']

const entries = new Map<string, Entry>([
  [stationChannels.hub, channel(everyKind, z.strictObject({}), (station) => done(station.hub()))],
  [
    stationChannels.chooseHub,
    channel(deskOnly, z.strictObject({ url: z.string().min(1).max(300) }), (station, { url }) =>
      station.chooseHub(url),
    ),
  ],
  [stationChannels.openWall, channel(deskOnly, z.strictObject({}), (station) => opened(station, 'wall'))],
  [stationChannels.openDesk, channel(everyKind, z.strictObject({}), (station) => opened(station, 'desk'))],
  [stationChannels.info, channel(everyKind, z.strictObject({}), (station, _, kind) => done(station.info(kind)))],
])

function channel<T>(
  kinds: readonly WindowKind[],
  schema: z.ZodType<T>,
  run: (station: Station, args: T, kind: WindowKind) => StationAnswer<unknown> | Promise<StationAnswer<unknown>>,
): Entry {
  const tuple = z.tuple([schema])
  return {
    kinds,
    run(station, args, kind) {
      const parsed = tuple.safeParse(args)
      return parsed.success ? run(station, parsed.data[0], kind) : { ok: false, problem: inputProblem(parsed.error) }
    },
  }
}

function inputProblem(error: z.ZodError): StationProblem {
  const issue = error.issues[0]
  const field = issue?.path.slice(1).join('.') ?? ''
  return {
    code: 'input.invalid',
    detail: issue?.message ?? 'not what the channel takes',
    ...(field === '' ? {} : { field }),
  }
}

function opened(station: Station, kind: WindowKind): StationAnswer<null> {
  station.open(kind)
  return { ok: true, value: null }
}

function done(value: unknown): StationAnswer<unknown> {
  return { ok: true, value }
}

function refused(problem: StationProblem, call: Call, report: Report): StationAnswer<never> {
  report(problem.code, `${call.channel.slice(0, 100)}: ${problem.detail}`)
  return { ok: false, problem }
}

function callerOf(event: IpcMainInvokeEvent, station: Station): Caller {
  return { frame: frameOf(event.senderFrame), windowKind: station.windowKindOf(event.sender.id) }
}

/** Reading a frame that was destroyed meanwhile throws. */
function frameOf(frame: WebFrameMain | null): Caller['frame'] {
  try {
    return frame === null ? null : { url: frame.url, origin: frame.origin, top: frame.parent === null }
  } catch {
    return null
  }
}
