import { Role } from '../types';

const INCLUDED: Record<Role, Role[]> = {
  admin: ['admin', 'member', 'reader'],
  member: ['member', 'reader'],
  reader: ['reader'],
};

/** Roles with those they imply. */
export function withImplied(roles: Role[]): Role[] {
  return [...new Set(roles.flatMap(role => INCLUDED[role]))];
}
