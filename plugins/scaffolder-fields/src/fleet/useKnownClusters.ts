import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { FleetApi, useFleetApi } from '@slipway/backstage-plugin-fleet-react';
import { useEffect, useState } from 'react';
import { KnownCluster } from './KnownCluster';

/**
 * The clusters of the fleet. Advice rests on them, nothing else: none when the
 * fleet cannot be asked.
 */
export function useKnownClusters(): KnownCluster[] {
  const api = useFleetApi();
  const [clusters, setClusters] = useState<KnownCluster[]>([]);

  useEffect(() => {
    const abort = new AbortController();
    listAll(api, abort.signal).then(
      found => !abort.signal.aborted && setClusters(found),
      () => undefined,
    );
    return () => abort.abort();
  }, [api]);

  return clusters;
}

async function listAll(
  api: FleetApi,
  signal: AbortSignal,
): Promise<KnownCluster[]> {
  const found: KnownCluster[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listItems<ClusterDetails>(
      { filter: { domain: 'clusters' }, limit: 100, cursor },
      { signal },
    );
    found.push(...page.items.map(({ details }) => details));
    cursor = page.nextCursor;
  } while (cursor && !signal.aborted);
  return found;
}
