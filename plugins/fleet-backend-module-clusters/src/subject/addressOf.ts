import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { isInCluster } from './isInCluster';
import { serverKey } from './serverKey';
import { Surroundings } from './Surroundings';

/**
 * Where a cluster of the fleet answers. A file of clusters does not tell, but
 * Argo CD does of the cluster that it has under this name.
 */
export function addressOf(
  around: Surroundings,
  { name, server }: SourceInfo,
): string | undefined {
  return server ?? onlyOne(around, name);
}

/** A name that several addresses have tells nothing. */
function onlyOne(around: Surroundings, name: string): string | undefined {
  const [server, ...others] = around
    .secretsNamed(name)
    .map(({ slice }) => slice.server);
  const isOne = others.every(other => serverKey(other) === serverKey(server));
  return server && isOne && !isInCluster(server) ? server : undefined;
}
