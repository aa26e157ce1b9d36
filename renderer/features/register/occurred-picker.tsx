import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { Instant } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { AntdFrame } from '../../shared/ui/antd-frame.tsx'

export interface OccurredPickerProps {
  readonly id: string
  readonly label: string
  readonly value: Instant | null
  readonly onChange: (value: Instant | null) => void
}

/** What is picked is a moment by the clocks of China, wherever this machine believes to be. */
const asInstant = 'YYYY-MM-DDTHH:mm:00+08:00'
const wallTime = (instant: Instant) => dayjs(instant.slice(0, 19))

/** Ant Design's picker: typed or chosen, nothing later than the hub's now. */
export function OccurredPicker({ id, label, value, onChange }: OccurredPickerProps) {
  const { t, language } = useText()
  return (
    <AntdFrame>
      <DatePicker
        id={id}
        aria-label={label}
        className="register-occurred-picker"
        format={language === 'en' ? 'MMM D, HH:mm' : 'M月D日 HH:mm'}
        placeholder={t('register.occurred.hint')}
        showTime={{ format: 'HH:mm' }}
        showNow={false}
        disabledDate={(day) => day.startOf('day').valueOf() > hubClock.now()}
        value={value === null ? null : wallTime(value)}
        onChange={(picked) => onChange(picked === null ? null : picked.format(asInstant))}
      />
    </AntdFrame>
  )
}
