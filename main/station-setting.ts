import { z } from 'zod'
import type { StationNotice } from '../preload/station-api.ts'
import { readHubAddress } from './hub-address.ts'
import { putAside, readJsonFile, writeJsonFile } from './json-file.ts'

/** What this station remembers of itself: the hub it belongs to. An unreadable file is put aside and its loss is told, never guessed over. */
export function openStationSetting(file: string) {
  const found = readJsonFile(file, settingSchema)
  const notices = new Set<StationNotice>()
  if (found.kind === 'unreadable') {
    putAside(file)
    notices.add('settingRebuilt')
  }
  let hubUrl = found.kind === 'read' ? found.value.hubUrl : null

  return {
    hubUrl: () => hubUrl,
    /** Holds at once; when the file cannot be written it holds until the next start, and `notices` says so. */
    keepHubUrl(url: string): void {
      hubUrl = url
      if (writeJsonFile(file, { version: 1, hubUrl } satisfies StationSetting)) notices.clear()
      else notices.add('settingNotWritten')
    },
    notices: (): StationNotice[] => [...notices],
  }
}

const settingSchema = z.strictObject({
  version: z.literal(1),
  hubUrl: z
    .string()
    .refine((url) => {
      const read = readHubAddress(url)
      return read.ok && read.url === url
    })
    .nullable(),
})

type StationSetting = z.infer<typeof settingSchema>
