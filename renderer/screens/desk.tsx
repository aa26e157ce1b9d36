import { AlertStrip } from '../features/alert-strip/alert-strip.tsx'
import { CaseFilePanel } from '../features/case-file/case-file-panel.tsx'
import { CaseList } from '../features/case-list/case-list.tsx'
import { NoCase } from '../features/case-list/no-case.tsx'
import { DeskLink } from '../features/desk-link/desk-link.tsx'
import { QueueRail } from '../features/queue-rail/queue-rail.tsx'
import { RegisterPanel } from '../features/register/register-panel.tsx'
import { SearchPanel } from '../features/search/search-panel.tsx'
import { StatusBar } from '../features/status-bar/status-bar.tsx'
import { TopBar } from '../features/top-bar/top-bar.tsx'
import { WaitingCommands } from '../features/waiting-commands/waiting-commands.tsx'
import { KeySheet } from '../shared/keys/key-sheet.tsx'
import './desk.css'
import { useDesk } from './use-desk.ts'

/** The workstation of a duty officer: queues, the list, the case, alerts that stay, and the keys to all of it. */
export function DeskScreen() {
  return (
    <DeskLink>
      <Desk />
    </DeskLink>
  )
}

function Desk() {
  const desk = useDesk()
  const { queue, caseId, beside, openCase } = desk
  const registering = beside === 'register'
  return (
    <div className="station">
      <div className="desk">
        <TopBar searching={beside === 'search'} onSearch={desk.search} onKeys={desk.openSheet} />
        <QueueRail queue={queue} onQueue={desk.setQueue} />
        <AlertStrip openId={caseId} onOpen={openCase} />
        <main className="desk-work">
          <div className="desk-list" inert={registering}>
            <CaseList
              key={queue}
              queue={queue}
              openId={caseId}
              onOpen={openCase}
              onQueue={desk.setQueue}
              onRegister={desk.register}
            />
            {beside === 'search' && <SearchPanel onOpen={openCase} onClose={desk.back} />}
          </div>
          <div className="desk-case" inert={registering}>
            {beside === 'waiting' ? (
              <WaitingCommands onOpen={openCase} onClose={desk.back} />
            ) : caseId === null ? (
              <NoCase />
            ) : (
              <CaseFilePanel caseId={caseId} onOpenCase={openCase} />
            )}
          </div>
          {registering && (
            <div className="desk-over">
              <RegisterPanel onDone={openCase} onClose={desk.back} />
            </div>
          )}
        </main>
        <StatusBar onKeys={desk.openSheet} onWaiting={desk.waiting} />
      </div>
      {desk.sheet !== null && <KeySheet holdings={desk.sheet} onClose={desk.closeSheet} />}
    </div>
  )
}
