/** The closed word lists of the field (rules.md section 1), one spelling in every layer. */
import { z } from 'zod'

export const appealKinds = ['consult', 'help', 'complaint', 'report', 'suggestion', 'praise'] as const
export const appealKindSchema = z.enum(appealKinds)
export type AppealKind = z.infer<typeof appealKindSchema>

export const channels = [
  'wangxiaoge',
  'wechatGroup',
  'hotline12345',
  'visit',
  'letter',
  'web',
  'gridPatrol',
  'superior',
  'police110',
  'sensor',
] as const
export const channelSchema = z.enum(channels)
export type Channel = z.infer<typeof channelSchema>

export const urgencies = ['critical', 'urgent', 'normal', 'complex'] as const
export const urgencySchema = z.enum(urgencies)
export type Urgency = z.infer<typeof urgencySchema>

export const satisfactions = ['satisfied', 'basic', 'dissatisfied', 'none'] as const
export const satisfactionSchema = z.enum(satisfactions)
export type Satisfaction = z.infer<typeof satisfactionSchema>

export const alertColours = ['blue', 'yellow', 'red'] as const
export const alertColourSchema = z.enum(alertColours)
export type AlertColour = z.infer<typeof alertColourSchema>

const alertAxes = ['time', 'risk'] as const
export const alertAxisSchema = z.enum(alertAxes)
export type AlertAxis = z.infer<typeof alertAxisSchema>

/** States of rules.md 3.2: those of the work log first, then those of the work order. */
export const caseStates = [
  'logged',
  'inVillage',
  'resolvedInVillage',
  'registered',
  'declined',
  'pendingDispatch',
  'pendingAck',
  'handling',
  'returnRequested',
  'suspended',
  'pendingReview',
  'concluded',
  'followingUp',
  'redo',
  'closed',
  'archived',
  'terminated',
  'merged',
] as const
export const caseStateSchema = z.enum(caseStates)
export type CaseStateName = z.infer<typeof caseStateSchema>

/** States in which a matter still has an owner and a clock. */
export const openStates: ReadonlySet<CaseStateName> = new Set<CaseStateName>([
  'logged',
  'inVillage',
  'registered',
  'pendingDispatch',
  'pendingAck',
  'handling',
  'returnRequested',
  'suspended',
  'pendingReview',
  'concluded',
  'followingUp',
  'redo',
])

export const roles = [
  'gridWorker',
  'gridLead',
  'chiefGridLead',
  'dutyOfficer',
  'centreDirector',
  'unitHandler',
  'unitHead',
  'mediator',
  'peaceOffice',
  'inspector',
  'disciplineSupervisor',
  'leader',
  'wall',
  'hubOperator',
  'sysAdmin',
  'secAdmin',
  'auditAdmin',
] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Why an appeal is not accepted (rules.md 3.3, 潍坊 rule art. 19). */
export const declineReasons = [
  'otherChannel',
  'alreadyPetition',
  'secretOrPrivate',
  'alreadySettled',
  'otherLawful',
] as const
export const declineReasonSchema = z.enum(declineReasons)
export type DeclineReason = z.infer<typeof declineReasonSchema>

/** Queues of the desk. `open` is everything not ended in the caller's scope. */
export const queueNames = [
  'open',
  'triage',
  'acknowledge',
  'handling',
  'returns',
  'review',
  'followUp',
  'nearDue',
  'overdue',
] as const
export const queueNameSchema = z.enum(queueNames)
export type QueueName = z.infer<typeof queueNameSchema>
