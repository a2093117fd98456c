import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_REPOSITORY,
  LABEL_OWNER,
} from '@slipway/backstage-plugin-fleet-common';
import {
  Application,
  applicationReference,
  projectReference,
} from '../applications';
import { Hub } from '../hubs';

export interface CheckNameIsFreeOptions {
  hub: Hub;
  /** Name of the Application. */
  name: string;
  owner: string;
  /** `<owner>/<name>` of the service's code. */
  repository: string;
}

/** Throws when the hub has an Application of this name that is another's. */
export async function checkNameIsFree(
  options: CheckNameIsFreeOptions,
): Promise<void> {
  const { hub, name, owner } = options;
  const found = await hub.find<Application>(applicationReference(name));
  const labels = found?.metadata.labels ?? {};
  const repository = found?.metadata.annotations?.[ANNOTATION_REPOSITORY];
  if (
    found &&
    (labels[LABEL_OWNER] !== owner || repository !== options.repository)
  ) {
    throw new ConflictError(
      `The name is taken: the hub ${hub.name} has an Application ${name} of ${
        labels[LABEL_OWNER] ?? 'nobody that Slipway knows'
      }. Choose another name`,
    );
  }
}

/** Throws when the AppProject named like the owner is not the owner's. */
export async function checkProjectIsOwn(
  hub: Hub,
  owner: string,
): Promise<void> {
  const project = await hub.find(projectReference(owner));
  if (project && project.metadata.labels?.[LABEL_OWNER] !== owner) {
    throw new ConflictError(
      `The hub ${hub.name} has an AppProject ${owner} that does not belong to the group ${owner}; a platform engineer has to rename it`,
    );
  }
}
