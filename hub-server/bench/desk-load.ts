/** The desks of `write --desks`, as a process of their own: told what to do over its channel, tells back how it went. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'

export interface DeskLoad {
  readonly url: string
  readonly offices: readonly { readonly division: string; readonly token: string; readonly cases: readonly string[] }[]
  readonly desks: number
  /** Commands a second, all desks together. */
  readonly rate: number
  readonly seconds: number
}

export interface DeskLoadResult {
  /** From giving an order to its answer, ms. */
  readonly times: readonly number[]
  readonly failed: number
  readonly frames: number
  readonly rows: number
}

type Office = DeskLoad['offices'][number]
interface Desk {
  readonly socket: Socket
  readonly office: Office
}
interface Order {
  readonly desk: Desk
  readonly caseId: string
  readonly type: string
}

const received = { frames: 0, rows: 0 }
const [load] = (await once(process, 'message')) as [DeskLoad]
const desks: Desk[] = []
for (let index = 0; index < load.desks; index += 1) desks.push(await openDesk(load, index))
process.send?.('ready')
await once(process, 'message')
process.send?.(await giveAll(ordersOf(load), load), () => {
  process.exit(0)
})

async function openDesk({ url, offices }: DeskLoad, index: number): Promise<Desk> {
  const office = offices[index % offices.length] as Office
  const options = { auth: { token: office.token }, transports: ['websocket'], forceNew: true, reconnection: false }
  const socket = io(`${url}/desk`, options)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  await socket.emitWithAck('follow', { boards: [{ board: 'cases' }, { board: 'numbers' }] })
  socket.on('changes', ({ changes }: { changes: unknown[] }) => {
    received.frames += 1
    received.rows += changes.length
  })
  return { socket, office }
}

/** First every case is accepted, then every case is noted on: each order by a desk of its own township. */
function ordersOf({ offices }: DeskLoad): Order[] {
  const orders = (type: string) => {
    const each = offices.map(({ cases }, at) => ({
      cases,
      desks: desks.filter((_desk, n) => n % offices.length === at),
    }))
    const longest = Math.max(...offices.map(({ cases }) => cases.length))
    return Array.from({ length: longest }, (_each, n) =>
      each.flatMap(({ cases, desks: own }): Order[] => {
        const [caseId, desk] = [cases[n], own[n % own.length]]
        return caseId === undefined || desk === undefined ? [] : [{ desk, caseId, type }]
      }),
    ).flat()
  }
  return [...orders('accept'), ...orders('note')]
}

/** Gives the orders at an even rate, whether or not the ones before were answered. */
async function giveAll(orders: readonly Order[], { rate, seconds }: DeskLoad): Promise<DeskLoadResult> {
  const times: number[] = []
  let failed = 0
  const give = async ({ desk, caseId, type }: Order) => {
    const payload = type === 'note' ? { text: '已电话告知群众' } : {}
    const begun = performance.now()
    const answer = (await desk.socket.emitWithAck('command', { id: randomUUID(), caseId, type, payload })) as {
      ok: boolean
    }
    if (answer.ok) times.push(performance.now() - begun)
    else failed += 1
  }
  const most = Math.min(orders.length, Math.round(rate * seconds))
  const given: Promise<void>[] = []
  const start = performance.now()
  while (given.length < most) {
    const due = Math.min(most, Math.floor(((performance.now() - start) / 1000) * rate))
    while (given.length < due) given.push(give(orders[given.length] as Order))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(given)
  return { times, failed, ...received }
}
