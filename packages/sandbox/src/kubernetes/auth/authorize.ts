import { ErrorSubject, forbidden, StatusError } from '../errors';
import { RequestInfo } from '../http/parseRequestInfo';
import { UserInfo } from '../types';
import { AccessRequest, Rbac } from './Rbac';

/** Refuses, in the API server's words, what the roles do not allow. */
export function authorize(rbac: Rbac, user: UserInfo, info: RequestInfo): void {
  const request = accessRequestOf(info);
  if (rbac.allows(user, request) === undefined) {
    throw info.type === 'path'
      ? new StatusError({
          code: 403,
          reason: 'Forbidden',
          message: `forbidden: User "${user.name}" cannot ${info.verb} path "${info.path}"`,
          details: {},
        })
      : refusal(user, request);
  }
}

function accessRequestOf(info: RequestInfo): AccessRequest {
  if (info.type === 'path') {
    return { verb: info.verb, path: info.path };
  }
  const { verb, group, resource, subresource, name } = info;
  // A namespace is in itself, so that a Role in it can allow to read it.
  const namespace =
    group === '' && resource === 'namespaces' ? name : info.namespace;
  return { verb, group, resource, subresource, name, namespace };
}

function refusal(user: UserInfo, request: AccessRequest): StatusError {
  const { verb, group = '', resource = '', subresource, namespace } = request;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const subject: ErrorSubject = { group, plural: resource };
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return forbidden(
    subject,
    request.name,
    `User "${user.name}" cannot ${verb} resource "${full}" in API group "${group}" ${where}`,
  );
}
