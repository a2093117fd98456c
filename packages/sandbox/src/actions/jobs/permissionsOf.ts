import { PermissionArea, TokenScopes } from '../../github';
import { Permissions } from '../workflows/types';

const AREAS: PermissionArea[] = [
  'actions',
  'checks',
  'contents',
  'issues',
  'metadata',
  'pull_requests',
  'statuses',
];

type Levels = Exclude<TokenScopes, 'all'>['permissions'];

/** What a job's token may do; reading the code, where nothing is said. */
export function permissionsOf(permissions: Permissions | undefined): Levels {
  const all = (level: 'read' | 'write'): Levels =>
    Object.fromEntries(AREAS.map(area => [area, level]));
  if (permissions === undefined) {
    return { contents: 'read', metadata: 'read' };
  }
  if (typeof permissions === 'string') {
    return all(permissions === 'write-all' ? 'write' : 'read');
  }
  const levels: Levels = { metadata: 'read' };
  for (const [name, level] of Object.entries(permissions)) {
    const area = AREAS.find(known => known === name.replaceAll('-', '_'));
    if (area && level !== 'none') {
      levels[area] = level;
    }
  }
  return levels;
}
