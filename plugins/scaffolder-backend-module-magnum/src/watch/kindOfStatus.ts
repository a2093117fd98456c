/** How a status of Magnum is to be taken; what is unknown is left to time. */
export type StatusKind =
  | 'in-progress'
  | 'complete'
  | 'failed'
  | 'rolled-back'
  | 'deleting'
  | 'unknown';

/** By the end of the status: Magnum has more of them than it documents. */
export function kindOfStatus(status: string | null | undefined): StatusKind {
  if (!status) {
    return 'in-progress';
  }
  if (status.endsWith('_FAILED')) {
    return 'failed';
  }
  if (status.startsWith('DELETE_')) {
    return 'deleting';
  }
  if (status.endsWith('_IN_PROGRESS')) {
    return 'in-progress';
  }
  if (status === 'ROLLBACK_COMPLETE') {
    return 'rolled-back';
  }
  return status.endsWith('_COMPLETE') ? 'complete' : 'unknown';
}
