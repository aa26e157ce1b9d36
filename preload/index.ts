import { contextBridge, ipcRenderer } from 'electron'
import { stationChannels } from './station-api.ts'
import type { HubAddress, StationAnswer, StationApi, StationInfo } from './station-api.ts'

/** Named functions, plain data in and out: no event object and nothing of ipcRenderer reaches the page. */
const station: StationApi = {
  hub: async () => valueOf(await ask<HubAddress | null>(stationChannels.hub)),
  chooseHub: (url) => ask<HubAddress>(stationChannels.chooseHub, { url }),
  openWall: () => ask<null>(stationChannels.openWall),
  openDesk: () => ask<null>(stationChannels.openDesk),
  info: async () => valueOf(await ask<StationInfo>(stationChannels.info)),
}

contextBridge.exposeInMainWorld('station', station)

async function ask<T>(channel: string, args: Record<string, unknown> = {}): Promise<StationAnswer<T>> {
  return (await ipcRenderer.invoke(channel, args)) as StationAnswer<T>
}

function valueOf<T>(answer: StationAnswer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(answer.problem.code)
}
