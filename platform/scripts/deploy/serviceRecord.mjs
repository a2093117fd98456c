import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeployError } from './DeployError.mjs';

/** Who a service is, or `undefined`: not registered. */
export async function readServiceRecord(root, service) {
  try {
    return parseRecord(
      await readFile(join(root, 'services', service, 'service.yaml'), 'utf8'),
    );
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Only the repository that is registered may deploy a service. */
export function checkRepository(record, { service, repository }) {
  if (record.repository?.toLowerCase() !== repository.toLowerCase()) {
    throw new DeployError(
      `${service} is deployed from ${record.repository}; ${repository} may not deploy it`,
    );
  }
}

// The file is flat and written by a program: `name: value` a line.
function parseRecord(text) {
  const fields = [
    ...text.matchAll(/^(\w+):[ \t]*["']?([^"'\n#]*?)["']?[ \t]*$/gm),
  ];
  return Object.fromEntries(fields.map(([, name, value]) => [name, value]));
}
