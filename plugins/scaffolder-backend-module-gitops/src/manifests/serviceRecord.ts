import { ConflictError, toError } from '@backstage/errors';
import { parse } from 'yaml';
import { ManifestFile } from '../apply';
import { renderYaml } from './renderYaml';
import { ServiceIdentity } from './ServiceManifestOptions';

/** Where the platform repository keeps who a service is. */
export function serviceRecordPath(name: string): string {
  return `services/${name}/service.yaml`;
}

/** The file that holds the identity; the deploy step checks against it. */
export function renderServiceRecord(service: ServiceIdentity): ManifestFile {
  return {
    path: serviceRecordPath(service.name),
    content: () =>
      renderYaml(
        'Whose service this is, and which repository may deploy it. Written by Slipway.',
        {
          name: service.name,
          owner: service.owner,
          repository: service.repository,
        },
      ),
  };
}

/** Throws when the record tells of another service of the same name. */
export function checkServiceRecord(
  service: ServiceIdentity,
  record: string | undefined,
): void {
  if (record === undefined) {
    return;
  }
  const existing = parseRecord(service.name, record);
  if (
    existing.owner !== service.owner ||
    existing.repository !== service.repository
  ) {
    throw new ConflictError(
      `The name ${service.name} is taken: it is a service of ${existing.owner} with the repository ${existing.repository}. Choose another name`,
    );
  }
}

function parseRecord(name: string, record: string): Partial<ServiceIdentity> {
  try {
    return parse(record) ?? {};
  } catch (error) {
    throw new ConflictError(
      `${serviceRecordPath(
        name,
      )} of the platform repository cannot be read, repair it first: ${
        toError(error).message
      }`,
    );
  }
}
