import { NotFoundError } from '@backstage/errors';
import {
  checkServiceRecord,
  ServiceIdentity,
  serviceRecordPath,
} from '../manifests';
import { GithubRepository } from '../repository';

/** Throws unless the platform repository has this service of this owner. */
export async function checkRegistration(
  desired: GithubRepository,
  service: ServiceIdentity,
): Promise<void> {
  const head = await desired.head(desired.address.branch);
  const path = serviceRecordPath(service.name);
  const record = await desired.readFile(path, head);
  if (record === undefined) {
    throw new NotFoundError(
      `${desired.slug} has no service ${service.name}; register it first (gitops:manifest:apply)`,
    );
  }
  checkServiceRecord(service, record);
}
