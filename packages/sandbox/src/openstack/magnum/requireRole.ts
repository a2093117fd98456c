import { ServiceError } from '../http/ServiceError';
import { Caller } from '../keystone/Caller';
import { Role } from '../types';
import { ClusterRecord } from './store/records';

/** Refuses whoever lacks a role, in the words of the policy. */
export function requireRole(caller: Caller, role: Role, rule: string): void {
  if (!caller.roles.includes(role)) {
    throw refusal(rule);
  }
}

/** Certificates are for the one who made the cluster, and for administrators. */
export function requireCreator(
  caller: Caller,
  cluster: ClusterRecord,
  options: { role: Role; rule: string },
): void {
  requireRole(caller, options.role, options.rule);
  const isCreator = cluster.userId === caller.user.id;
  if (!isCreator && !caller.roles.includes('admin')) {
    throw refusal(options.rule);
  }
}

function refusal(rule: string): ServiceError {
  return new ServiceError(403, `Policy doesn't allow ${rule} to be performed.`);
}
