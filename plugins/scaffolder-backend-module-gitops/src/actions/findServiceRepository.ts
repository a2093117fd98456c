import { ConflictError } from '@backstage/errors';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { parse } from 'yaml';
import { ServiceIdentity } from '../manifests';
import { GithubRepository } from '../repository';

export type ServiceRepositoryState = 'absent' | 'empty' | 'complete';

/**
 * Whether the repository of a service is there. Its catalog-info.yaml says
 * whose it is; a repository without any commit is what remains of a try that
 * was cut off between creating and pushing.
 */
export async function findServiceRepository(
  repository: GithubRepository,
  service: ServiceIdentity,
): Promise<ServiceRepositoryState> {
  if (!(await repository.exists())) {
    return 'absent';
  }
  const head = await repository.findHead(repository.address.branch);
  if (!head) {
    return 'empty';
  }
  const text = await repository.readFile('catalog-info.yaml', head);
  if (!isOf(service, text)) {
    throw new ConflictError(
      `The repository ${service.repository} exists already and is not the service ${service.name} of ${service.owner}. Choose another name`,
    );
  }
  return 'complete';
}

function isOf(service: ServiceIdentity, catalogInfo: string | undefined) {
  try {
    const entity = parse(catalogInfo ?? '');
    return (
      entity?.metadata?.name === service.name &&
      groupNameOf(String(entity?.spec?.owner)) === service.owner
    );
  } catch {
    return false;
  }
}
