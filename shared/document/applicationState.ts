/**
 * The places of an ansökan in its life, in the order of domain.md 3.3: behovsanalys, utkast, remiss, korrektur, låst
 * för underskrift, under underskrift, undertecknad, inlämnad, komplettering, under beredning, hos styrelsen, beviljad,
 * avslagen, pågående, avvikelse prövas, avslutad, återkallad.
 */
export const applicationStates = [
  'needsAnalysis',
  'draft',
  'reviewRound',
  'proofreading',
  'locked',
  'signing',
  'signed',
  'submitted',
  'completionRequested',
  'inPreparation',
  'beforeBoard',
  'granted',
  'rejected',
  'running',
  'deviationReview',
  'closed',
  'withdrawn',
] as const

export type ApplicationState = (typeof applicationStates)[number]
