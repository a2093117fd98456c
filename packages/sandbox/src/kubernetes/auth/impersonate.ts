import { IncomingHttpHeaders } from 'node:http';
import { forbidden } from '../errors';
import { UserInfo } from '../types';
import { Rbac } from './Rbac';

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** Who the caller wants to be (`kubectl --as`), if they may. */
export function impersonate(
  rbac: Rbac,
  user: UserInfo,
  headers: IncomingHttpHeaders,
): UserInfo {
  const name = headers['impersonate-user'];
  if (typeof name !== 'string') {
    return user;
  }
  const asked = headers['impersonate-group'];
  const groups = asked === undefined ? [] : String(asked).split(/, ?/);
  const account = SERVICE_ACCOUNT.exec(name);
  const check = (resource: string, target: string, namespace?: string) => {
    const request = { verb: 'impersonate', resource, name: target, namespace };
    if (rbac.allows(user, request) === undefined) {
      throw forbidden(
        { group: '', plural: resource },
        target,
        `User "${
          user.name
        }" cannot impersonate resource "${resource}" in API group "" ${
          namespace ? `in the namespace "${namespace}"` : 'at the cluster scope'
        }`,
      );
    }
  };
  if (account) {
    check('serviceaccounts', account[2], account[1]);
  } else {
    check('users', name);
  }
  groups.forEach(group => check('groups', group));
  return {
    name,
    groups: [
      ...groups,
      ...(account
        ? ['system:serviceaccounts', `system:serviceaccounts:${account[1]}`]
        : []),
      'system:authenticated',
    ],
  };
}
