import { Application, ARGOCD_API_VERSION } from '../applications';
import { Hub } from '../hubs';
import { isSameServer } from './registrations';

/** Names of the Applications of a hub that go to a cluster, by its name or address. */
export async function applicationsOn(
  hub: Hub,
  cluster: { name: string; server?: string },
): Promise<string[]> {
  const applications = await hub.list<Application>({
    apiVersion: ARGOCD_API_VERSION,
    kind: 'Application',
  });
  return applications
    .filter(({ spec }) => {
      const { name, server } = spec.destination ?? {};
      return (
        name === cluster.name ||
        (cluster.server !== undefined && isSameServer(server, cluster.server))
      );
    })
    .map(({ metadata }) => metadata.name)
    .sort();
}
