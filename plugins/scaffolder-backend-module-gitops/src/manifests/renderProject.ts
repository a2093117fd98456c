import { ConflictError, toError } from '@backstage/errors';
import {
  LABEL_OWNER,
  namespaceFor,
} from '@slipway/backstage-plugin-fleet-common';
import { parse } from 'yaml';
import { ManifestFile } from '../apply';
import { ARGOCD_API_VERSION, ARGOCD_NAMESPACE } from './argocd';
import { renderYaml } from './renderYaml';
import { ServiceManifestOptions } from './ServiceManifestOptions';

interface Destination {
  name: string;
  namespace: string;
}

const ANY_CLUSTER = '*';

/**
 * The AppProject of the owning group: its Applications may only come from the
 * platform repository, and only go into the namespaces of its own services.
 */
export function renderProject(options: ServiceManifestOptions): ManifestFile {
  const { owner } = options.service;
  const path = `argocd/projects/${owner}.yaml`;
  return {
    path,
    content(current) {
      const destinations = merge(readDestinations(path, current), options);
      return renderYaml(
        `Where the services of ${owner} may go. Written by Slipway; changes by hand are put right.`,
        {
          apiVersion: ARGOCD_API_VERSION,
          kind: 'AppProject',
          metadata: {
            name: owner,
            namespace: ARGOCD_NAMESPACE,
            labels: { [LABEL_OWNER]: owner },
          },
          spec: {
            description: `Services of ${owner}`,
            sourceRepos: [`${options.platform.url}.git`],
            destinations,
            // By name: the owner label of a namespace decides whose it is, so
            // nobody may write the namespace of somebody else.
            clusterResourceWhitelist: destinations.map(({ namespace }) => ({
              group: '',
              kind: 'Namespace',
              name: namespace,
            })),
          },
        },
      );
    },
  };
}

function readDestinations(
  path: string,
  current: string | undefined,
): Destination[] {
  if (current === undefined) {
    return [];
  }
  try {
    const project: { spec?: { destinations?: Destination[] } } | null =
      parse(current);
    return project?.spec?.destinations ?? [];
  } catch (error) {
    throw new ConflictError(
      `${path} of the platform repository cannot be read, repair it first: ${
        toError(error).message
      }`,
    );
  }
}

function merge(
  existing: Destination[],
  { service, environments }: ServiceManifestOptions,
): Destination[] {
  const own = environments.map(environment => ({
    name: environment.cluster ?? ANY_CLUSTER,
    namespace: namespaceFor(environment, service.name),
  }));
  const others = existing
    .filter(({ namespace }) => !own.some(d => d.namespace === namespace))
    .map(({ name, namespace }) => ({ name, namespace }));
  return [...others, ...own].sort((a, b) =>
    a.namespace < b.namespace ? -1 : 1,
  );
}
