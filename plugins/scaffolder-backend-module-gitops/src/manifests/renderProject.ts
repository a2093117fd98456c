import { ConflictError, toError } from '@backstage/errors';
import {
  namespaceFor,
  ProjectDestination,
  projectOf,
} from '@slipway/backstage-plugin-fleet-common';
import { parse } from 'yaml';
import { ManifestFile } from '../apply';
import { inArgocd, renderYaml } from './renderYaml';
import { ServiceManifestOptions } from './ServiceManifestOptions';

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
        inArgocd(
          projectOf({
            owner,
            sourceRepos: [`${options.platform.url}.git`],
            destinations,
          }),
        ),
      );
    },
  };
}

function readDestinations(
  path: string,
  current: string | undefined,
): ProjectDestination[] {
  if (current === undefined) {
    return [];
  }
  try {
    const project: { spec?: { destinations?: ProjectDestination[] } } | null =
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
  existing: ProjectDestination[],
  { service, environments }: ServiceManifestOptions,
): ProjectDestination[] {
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
