import type { HubInfo } from '../../hub/hub-info-request.ts'
import { useText } from '../../shared/text/use-text.ts'
import './tier-ladder.css'

const tiers = ['city', 'county', 'township', 'village'] as const

/** The four tiers of centres with this one marked: a name at and above it, a count below it. */
export function TierLadder({ info }: { info: HubInfo | null }) {
  const { t } = useText()
  const hereIndex = info === null ? -1 : tiers.indexOf(info.centre.tier)
  return (
    <div className="tier-ladder">
      <h2>{t('signIn.tiers')}</h2>
      <ol>
        {tiers.map((tier, index) => (
          <li
            key={tier}
            className={index === hereIndex ? `is-${tier} is-here` : `is-${tier}`}
            aria-current={index === hereIndex || undefined}
          >
            <i aria-hidden="true" />
            <span>{t(`labels.tier.${tier}`)}</span>
            <span>
              {placeOf(info, tier) ?? countOf(info, tier, (count) => t('signIn.places', { count })) ?? t('common.none')}
            </span>
            <span className="tier-ladder-where">
              {index === hereIndex && t('signIn.here')}
              {hereIndex > 0 && index === hereIndex - 1 && t('signIn.above')}
              {hereIndex >= 0 && index === hereIndex + 1 && t('signIn.below')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function placeOf(info: HubInfo | null, tier: (typeof tiers)[number]): string | null {
  if (info === null) return null
  if (info.centre.tier === tier) return info.centre.name
  return info.above.find((centre) => centre.tier === tier)?.name ?? null
}

function countOf(info: HubInfo | null, tier: (typeof tiers)[number], say: (count: string) => string): string | null {
  const below = info?.below.find((entry) => entry.tier === tier)
  return below === undefined ? null : say(below.count.toLocaleString('en-US'))
}
