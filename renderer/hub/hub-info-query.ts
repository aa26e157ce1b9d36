import { queryOptions } from '@tanstack/react-query'
import { askHubInfo } from './hub-info-request.ts'
import { HubQueryError } from './hub-query.ts'

/** Whose centre this is and how many lie below it; asked once, again every 5 s until it came. */
export function hubInfoQuery() {
  return queryOptions({
    queryKey: ['hub'],
    queryFn: async ({ signal }) => {
      const answer = await askHubInfo(signal)
      if (!answer.ok) throw new HubQueryError(answer.failure)
      return answer.value
    },
    retry: true,
    retryDelay: 5000,
  })
}
