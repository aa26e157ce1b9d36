import { Fragment } from 'react'
import './masked-text.css'

// The hub writes what it masked with asterisks (`138****5678`, `湘H·****`, `王*`); the letters and digits around them belong
// to the piece, and a Chinese sign right before asterisks or a letter: a surname, the province of a plate.
const maskedPiece = /((?:\p{Script=Han}(?=[*A-Z]))?[\w·.-]*\*+[\w·.-]*)/gu

/** Running text from the hub; each masked piece sits on a sunk ground, so that one sees that something is covered and not missing. */
export function MaskedText({ text }: { text: string }) {
  return text.split(maskedPiece).map((piece, index) =>
    index % 2 === 1 ? (
      <span key={index} className="ui-masked">
        {piece}
      </span>
    ) : (
      <Fragment key={index}>{piece}</Fragment>
    ),
  )
}
