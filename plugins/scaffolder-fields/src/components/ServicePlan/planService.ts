import { namespaceFor } from '@slipway/backstage-plugin-fleet-common';
import { parseRepositoryUrl } from '../RepositoryPicker/repositoryUrl';

/** An environment as far as a browser knows of it. */
export interface PlannedEnvironment {
  name: string;
  namespacePattern: string;
}

export interface PlanServiceOptions {
  /** As far as the form is filled in. */
  name?: string;
  /** A group, by name or reference. */
  owner?: string;
  repoUrl?: string;
  environments: PlannedEnvironment[];
}

/** What creating the service will make, a line each. */
export function planService(options: PlanServiceOptions): string[] {
  const { name, owner, repoUrl, environments } = options;
  if (!name || !owner || !repoUrl) {
    return [];
  }
  const team = owner.replace(/^.*[:/]/, '');
  const repository = parseRepositoryUrl(repoUrl);
  return [
    `Private repository ${repository.host}/${repository.owner}/${repository.name} with a first version and its pipeline; the team ${team} may push`,
    `services/${name}/ in the platform repository, and an Argo CD Application per environment in the project of ${team}`,
    ...environments.map(
      (environment, index) =>
        `${environment.name}: namespace ${namespaceFor(environment, name)}${
          index === 0
            ? ', where the first version answers under a hostname with a certificate'
            : ', empty until a version is promoted to it'
        }`,
    ),
    `Component ${name} in the catalog, owned by ${team}`,
  ];
}
