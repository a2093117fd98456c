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
  const state = await findServiceRepository(repository, options.service);
  if (state !== 'complete') {
    throw new InputError(
      `The repository ${options.service.repository} is ${state}, or the integration may not see it; push the service first`,
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
