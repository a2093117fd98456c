import { NotAllowedError } from '@backstage/errors';
import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { Hub } from '../hubs';
import { Application, projectReference } from './Application';

/**
 * Throws unless an Application is a group's. Its AppProject says so, because
 * the labels of the Application itself may be anybody's to write.
 */
export async function checkApplicationOwner(options: {
  hub: Hub;
  application: Application;
  owner: string;
}): Promise<void> {
  const { application, hub, owner } = options;
  const { project = 'default' } = application.spec;
  const found = await hub.find(projectReference(project));
  const theirs = found?.metadata.labels?.[LABEL_OWNER];
  if (theirs !== owner) {
    throw new NotAllowedError(
      `The Application ${
        application.metadata.name
      } is in the project ${project} of ${theirs ?? 'nobody'}, not of ${owner}`,
    );
  }
}
