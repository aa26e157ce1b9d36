import { useState, type SubmitEvent } from 'react'
import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import type { Rating } from '../../hub/track-requests.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Choice } from './choice.tsx'
import { FormFoot } from './form-foot.tsx'
import { ReplyCard } from './reply-card.tsx'
import { useSend } from './use-send.ts'
import { WordsField } from './words-field.tsx'

export interface RatingFormProps {
  code: string
  view: TrackView
  /** `goesBack`: it was said that the matter is not solved, or not well. */
  onRated: (goesBack: boolean) => void
}

const satisfactions = ['satisfied', 'basic', 'dissatisfied'] as const
const solutions = ['solved', 'unsolved'] as const
type Solved = (typeof solutions)[number]
type Satisfaction = (typeof satisfactions)[number]

/** Solved or not, how satisfied, and what else one wants to say. Both questions must be answered; the words may be left out. */
export function RatingForm({ code, view, onRated }: RatingFormProps) {
  const { t } = useText()
  const [solved, setSolved] = useState<Solved | null>(null)
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null)
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  // A closed matter stays closed: what is said of it is kept, and nothing more is promised.
  const isClosed = view.state === 'closed'
  const goesBack = !isClosed && (solved === 'unsolved' || satisfaction === 'dissatisfied')
  const { state, send, changed } = useSend(
    async (key) => {
      const { sendRating } = await import('../../hub/track-requests.ts')
      return sendRating(code, ratingOf(solved, satisfaction, words.trim()), key)
    },
    () => {
      onRated(goesBack)
    },
  )

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (solved !== null && satisfaction !== null) void send()
  }
  const needed = (value: unknown) => (checked && value === null ? t('resident.rate.needed') : null)
  return (
    <form className="track-page" noValidate onSubmit={submit} onChange={changed}>
      <ReplyCard view={view} code={code} />
      <Choice
        question={t('resident.rate.isSolved')}
        options={solutions.map((value) => ({ value, label: t(`resident.rate.${value}`) }))}
        value={solved}
        onChange={setSolved}
        refusal={needed(solved)}
      />
      <Choice
        question={t('resident.rate.howSatisfied')}
        options={satisfactions.map((value) => ({ value, label: t(`labels.satisfaction.${value}`) }))}
        value={satisfaction}
        onChange={setSatisfaction}
        refusal={needed(satisfaction)}
      />
      <WordsField
        label={t('resident.rate.words')}
        help={t('resident.optional')}
        value={words}
        onChange={setWords}
        rows={3}
      />
      <FormFoot
        hint={t(isClosed ? 'resident.rate.hintClosed' : 'resident.rate.hint')}
        send={t('resident.rate.send')}
        state={state}
      />
    </form>
  )
}

function ratingOf(solved: Solved | null, satisfaction: Satisfaction | null, text: string): Rating {
  return { solved: solved === 'solved', satisfaction: satisfaction ?? 'basic', ...(text !== '' && { text }) }
}
