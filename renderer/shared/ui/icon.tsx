import './icon.css'

// Drawn on a 16 grid with a 1.5 stroke, no fills.
const paths = {
  link: 'M1.5 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M10.5 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5.5 8h5',
  cut: 'M1 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M11 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5 8h1.6M9.4 8H11M6.6 5l2.8 6',
  up: 'M8 13V4M4.5 7.2 8 3.7l3.5 3.5M3 13.5h10',
  down: 'M8 3v8.5M4.5 8.3 8 11.8l3.5-3.5M3 2.5h10',
  bell: 'M4.2 7a3.8 3.8 0 0 1 7.6 0c0 2.7 1 4 1 4H3.2s1-1.3 1-4zM6.8 13.2a1.3 1.3 0 0 0 2.4 0',
  bellOff: 'M4.2 6.5a3.8 3.8 0 0 1 6.4-2.7M11.8 7.5c0 2.4.9 3.5.9 3.5H5.5M6.8 13.2a1.3 1.3 0 0 0 2.4 0M2.5 2.5l11 11',
  search: 'M2.8 7a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.3 3.3',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM6.1 8a1.9 1.9 0 1 0 3.8 0 1.9 1.9 0 1 0-3.8 0',
  wall: 'M2 3h12v8H2zM6 13.5h4M8 11v2.5',
  print:
    'M4.5 6V2.5h7V6M4.5 11.5H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-1.5M4.5 9.5h7v4h-7z',
  pin: 'M8 14s4.5-4.2 4.5-7.6a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM6.5 6.4a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0',
  image: 'M2.5 3h11v10h-11zM2.5 11l3.3-3.3 2.7 2.7 2-2 3 3M9.6 5.8a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0',
  person: 'M5.4 5.3a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0M2.8 13.5c.5-2.7 2.6-4.2 5.2-4.2s4.7 1.5 5.2 4.2',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  clock: 'M2.3 8a5.7 5.7 0 1 0 11.4 0A5.7 5.7 0 1 0 2.3 8M8 4.8V8l2.2 1.6',
  hourglass: 'M4 2h8M4 14h8M5 2v2.5L8 8l3-3.5V2M5 14v-2.5L8 8l3 3.5V14',
  barred: 'M2.3 8a5.7 5.7 0 1 0 11.4 0A5.7 5.7 0 1 0 2.3 8M4 4l8 8',
  cross: 'M4 4l8 8M12 4l-8 8',
  clash: 'M1.5 8H6M3.8 5.6 6.2 8 3.8 10.4M14.5 8H10M12.2 5.6 9.8 8l2.4 2.4M8 2.8v10.4',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  flag: 'M3.5 14V2.5H12l-2 3 2 3H3.5',
  phone:
    'M3.2 2.5h2.6l1.3 3.2-1.6 1.2a8.6 8.6 0 0 0 3.6 3.6l1.2-1.6 3.2 1.3v2.6c0 .4-.3.7-.7.7C7.2 13.5 2.5 8.8 2.5 3.2c0-.4.3-.7.7-.7z',
  clip: 'M12.8 7.3l-5 5a3 3 0 0 1-4.3-4.3l5.3-5.2a2 2 0 0 1 2.9 2.8l-5.2 5.2a1 1 0 0 1-1.4-1.4l4.7-4.7',
  next: 'M6 3.5 10.5 8 6 12.5',
  lock: 'M3.5 7h9v6.5h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  star: 'M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.4l-3.9 2.2.9-4.3-3.2-3 4.3-.5z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const

export type IconName = keyof typeof paths | 'waiting'

/** A line icon in the ink of its words. It never stands alone: the word beside it is what is read aloud. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="ui-icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {name === 'waiting' ? <circle cx="8" cy="8" r="5.7" strokeDasharray="2.2 2.28" /> : <path d={paths[name]} />}
    </svg>
  )
}
