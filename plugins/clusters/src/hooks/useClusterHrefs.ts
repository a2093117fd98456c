import { useRouteRef } from '@backstage/frontend-plugin-api';
import { parseItemRef } from '@slipway/backstage-plugin-fleet-common';
import { DOMAIN } from '../constants';
import { causeRouteRef, clusterRouteRef, rootRouteRef } from '../routes';

/** Where the pages of this plugin are; nowhere when the page is switched off. */
export function useClusterHrefs() {
  const toList = useRouteRef(rootRouteRef);
  const toCluster = useRouteRef(clusterRouteRef);
  const toCause = useRouteRef(causeRouteRef);

  return {
    list: toList?.() ?? '',
    /** By the id of the item; nowhere for what is no cluster. */
    getHref: (id: string) => {
      const ref = parseItemRef(id);
      return ref?.domain === DOMAIN
        ? toCluster?.({ place: ref.cluster, name: ref.name }) ?? ''
        : '';
    },
    getCauseHref: (code: string) => toCause?.({ code }) ?? '',
  };
}
