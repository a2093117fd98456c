import { RepositoryRole } from '../types';
import { GitHubError } from './GitHubError';

const ROLES: Record<string, RepositoryRole> = {
  pull: 'pull',
  read: 'pull',
  triage: 'triage',
  push: 'push',
  write: 'push',
  maintain: 'maintain',
  admin: 'admin',
};

/** The role that a `permission` field names. */
export function roleOfPermission(permission: string): RepositoryRole {
  if (!Object.hasOwn(ROLES, permission)) {
    throw GitHubError.validation({
      resource: 'Repository',
      field: 'permission',
      code: 'invalid',
    });
  }
  return ROLES[permission];
}
