import { parseEntityRef } from '@backstage/catalog-model';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { isPermitted } from '../reading/isPermitted';
import { useClusterPermissions } from './useClusterPermissions';

/** What can be done, as far as the reader may do it. */
export interface PermittedRemedies {
  /** Against what is the matter. */
  helping: Remedy[];
  /** At any time. */
  routine: Remedy[];
}

/** Sorts what can be done, without what the reader may not do. */
export function usePermittedRemedies(remedies: Remedy[]): PermittedRemedies {
  const permissions = useClusterPermissions();
  const permitted = remedies.filter(
    remedy =>
      remedy.kind !== 'template' ||
      isPermitted(parseEntityRef(remedy.template).name, permissions),
  );
  const isRoutine = (remedy: Remedy) =>
    remedy.kind === 'template' && remedy.isRoutine === true;

  return {
    helping: permitted.filter(remedy => !isRoutine(remedy)),
    routine: permitted.filter(isRoutine),
  };
}
