import { ConflictError } from '@backstage/errors';
import { Clock, systemClock } from '@slipway/backstage-plugin-fleet-node';
import { NameClaims } from '../claims';
import {
  checkServiceRecord,
  ServiceIdentity,
  serviceRecordPath,
} from '../manifests';
import { GithubRepository } from '../repository';
import {
  findServiceRepository,
  ServiceRepositoryState,
} from './findServiceRepository';

export interface ClaimServiceOptions {
  service: ServiceIdentity;
  /** The service's. */
  repository: GithubRepository;
  /** The platform's. */
  desired: GithubRepository;
  claims: NameClaims;
  task: string;
  log(line: string): void;
  signal?: AbortSignal;
  clock?: Clock;
}

const PAUSE_MS = 500;

/**
 * Throws when the name is another service's. When its repository has to be made
 * yet, only one task at a time gets to that.
 */
export async function claimService(
  options: ClaimServiceOptions,
): Promise<ServiceRepositoryState> {
  const { claims, desired, repository, service, signal, task } = options;
  const { sleep } = options.clock ?? systemClock;
  const names = [service.name, service.repository];
  for (let waiting = false; ; waiting = true) {
    const head = await desired.head(desired.address.branch);
    const path = serviceRecordPath(service.name);
    checkServiceRecord(service, await desired.readFile(path, head));
    const mine = claims.take({ names, task, signal });
    const state = await findServiceRepository(repository, service);
    // Empty it is for a moment while another task makes it, too.
    if (mine && state === 'empty') {
      await checkAccess(repository, service);
    }
    if (mine || state === 'complete') {
      return state;
    }
    if (!waiting) {
      options.log(
        `Another task is creating ${service.name} or ${service.repository}; waiting for what becomes of it`,
      );
    }
    await sleep(PAUSE_MS, signal);
  }
}

async function checkAccess(
  repository: GithubRepository,
  service: ServiceIdentity,
): Promise<void> {
  if (!(await repository.isOpenTo(service.owner))) {
    throw new ConflictError(
      `The repository ${service.repository} exists already, empty, and the team ${service.owner} has no access to it. Choose another name, or give the team access`,
    );
  }
}
