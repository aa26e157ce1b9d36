/** Two squares and a line: joined; the far one hollow behind a stroke: cut; both dashed and nothing between them: not joined. All in grey: alert shapes belong to cases. */
export function LinkGlyph({ state }: { state: 'joined' | 'cut' | 'none' }) {
  return (
    <svg className="wall-link-glyph" data-state={state} viewBox="0 0 36 16" aria-hidden="true">
      <rect x="1" y="3" width="10" height="10" />
      <rect x="25" y="3" width="10" height="10" />
      {state === 'joined' && <path d="M11 8h14" />}
      {state === 'cut' && <path d="M14 8h3M15 13l6-10" />}
    </svg>
  )
}
