import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the tools of OpenStack look for clouds.yaml, in their order. */
export function findCloudsYaml(
  environment: Record<string, string | undefined>,
): string | undefined {
  const named = environment.OS_CLIENT_CONFIG_FILE;
  const folders = ['.', join(homedir(), '.config/openstack'), '/etc/openstack'];
  return named || folders.map(inFolder).find(existsSync);
}

function inFolder(folder: string): string {
  return join(folder, 'clouds.yaml');
}
