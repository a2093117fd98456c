import { ServiceError } from '../../http/ServiceError';
import { ClusterRecord } from '../store/records';

/** Refuses what cannot be done while something else is under way. */
export function requireIdle(
  { status }: ClusterRecord,
  doing: 'Updating' | 'Upgrading',
): void {
  if (status.endsWith('_IN_PROGRESS')) {
    throw new ServiceError(
      400,
      `${doing} a cluster when status is "${status}" is not supported.`,
    );
  }
}
