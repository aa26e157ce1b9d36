/** The mark: four tiers, each resting on the one below it. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="2.2"
      strokeLinecap="square"
      aria-hidden="true"
    >
      <path d="M1 3.5h18M3.5 8h13M6 12.5h8M8.5 17h3" />
    </svg>
  )
}
