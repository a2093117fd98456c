import { InputError } from '@backstage/errors';
import {
  isServiceName,
  SERVICE_NAME_MAX_LENGTH,
} from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { ServiceIdentity } from '../manifests';

/** The identity as forms give it, checked; throws an InputError. */
export function serviceIdentity(input: {
  name: string;
  owner: string;
  repository: string;
}): ServiceIdentity {
  const { name, repository } = input;
  if (!isServiceName(name)) {
    throw new InputError(
      `"${name}" cannot be the name of a service: use at most ${SERVICE_NAME_MAX_LENGTH} lower-case letters, digits and single dashes, starting with a letter`,
    );
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new InputError(`"${repository}" is not of the form owner/repository`);
  }
  return { name, owner: groupNameOf(input.owner), repository };
}
