import { useId } from 'react'

/** The centre's name across the whole wall, so that a photograph says where it was taken. */
export function Watermark({ words }: { words: string }) {
  const id = useId()
  return (
    <svg className="wall-watermark" aria-hidden="true">
      <pattern id={id} width="480" height="480" patternUnits="userSpaceOnUse" patternTransform="rotate(-30)">
        <text x="12" y="60">
          {words}
        </text>
        <text x="252" y="300">
          {words}
        </text>
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
