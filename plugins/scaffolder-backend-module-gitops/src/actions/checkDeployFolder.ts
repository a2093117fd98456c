import { InputError } from '@backstage/errors';
import { ServiceIdentity } from '../manifests';
import {
  GithubClients,
  GithubRepository,
  parseRepositoryAddress,
  RepositoryAddress,
} from '../repository';
import { findServiceRepository } from './findServiceRepository';

export interface CheckDeployFolderOptions {
  clients: GithubClients;
  platform: RepositoryAddress;
  service: ServiceIdentity;
  signal?: AbortSignal;
}

const FOLDER = 'deploy';
const KUSTOMIZATION = 'kustomization.yaml';

/** Throws unless the repository is the service's and says how it is deployed. */
export async function checkDeployFolder(
  options: CheckDeployFolderOptions,
): Promise<void> {
  const address = parseRepositoryAddress(
    new URL(
      options.service.repository,
      `${new URL(options.platform.url).origin}/`,
    ).href,
  );
  const client = await options.clients.for(address, options.signal);
  const repository = GithubRepository.create(client, address);
  if ((await findServiceRepository(repository, options.service)) === 'absent') {
    throw new InputError(
      `There is no repository ${options.service.repository}, or the integration may not see it`,
    );
  }
  const head = await repository.head(address.branch);
  const names = await repository.listFolder(FOLDER, head);
  if (!names.includes(KUSTOMIZATION)) {
    throw new InputError(
      `${options.service.repository} has no ${FOLDER}/${KUSTOMIZATION}; a service says there how it is deployed`,
    );
  }
}
