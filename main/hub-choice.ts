import type { HubAddress, StationAnswer } from '../preload/station-api.ts'
import { checkHub } from './check-hub.ts'
import type { AskHub } from './check-hub.ts'
import { readHubAddress } from './hub-address.ts'
import type { openStationSetting } from './station-setting.ts'

/** Which hub the station belongs to: the one given at start (`given`), else the one kept, else none yet. */
export function openHubChoice({ given, setting, ask }: HubChoiceParts) {
  const hub = (): HubAddress | null => {
    if (given !== null) return { url: given, fixed: true }
    const url = setting.hubUrl()
    return url === null ? null : { url, fixed: false }
  }

  return {
    hub,
    /** Kept only when a Fengqiao hub answers there. */
    async choose(typed: string): Promise<StationAnswer<HubAddress>> {
      if (given !== null) return refused('hub.fixed', `FENGQIAO_HUB is ${given}`)
      const read = readHubAddress(typed)
      if (!read.ok) return refused(read.code, typed)
      const problem = await checkHub(read.url, ask)
      if (problem !== null) return refused(problem, read.url)
      setting.keepHubUrl(read.url)
      return { ok: true, value: { url: read.url, fixed: false } }
    },
  }
}

type HubChoiceParts = { given: string | null; setting: ReturnType<typeof openStationSetting>; ask: AskHub }

type Refusal = Extract<StationAnswer<never>, { ok: false }>

function refused(code: Refusal['problem']['code'], detail: string): Refusal {
  return { ok: false, problem: { code, field: 'url', detail } }
}
