import './code-text.css'

/** A case code with the last four digits in weight, as an officer says them on the phone. */
export function CodeText({ code }: { code: string }) {
  return (
    <span className="ui-code-text">
      {code.slice(0, -4)}
      <b>{code.slice(-4)}</b>
    </span>
  )
}
