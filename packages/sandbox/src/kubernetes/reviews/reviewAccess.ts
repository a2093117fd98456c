import { invalid } from '../errors';
import { UserInfo } from '../types';
import { ReviewContext } from './ReviewContext';

interface AccessSpec {
  user?: string;
  groups?: string[];
  resourceAttributes?: {
    verb?: string;
    group?: string;
    resource?: string;
    subresource?: string;
    namespace?: string;
    name?: string;
  };
  nonResourceAttributes?: { path?: string; verb?: string };
}

/** Whether somebody may do something: `kubectl auth can-i`. */
export function reviewAccess({ server, request, spec }: ReviewContext) {
  const { user, groups, resourceAttributes, nonResourceAttributes } =
    spec as AccessSpec;
  if (!resourceAttributes === !nonResourceAttributes) {
    throw invalid({ group: request.resource.group, kind: '' }, '', [
      {
        reason: 'FieldValueInvalid',
        message:
          'Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
        field: 'spec.resourceAttributes',
      },
    ]);
  }
  const about: UserInfo = user
    ? { name: user, groups: groups ?? [] }
    : request.user;
  const reason = server.rbac.allows(
    about,
    nonResourceAttributes
      ? {
          verb: nonResourceAttributes.verb ?? '',
          path: nonResourceAttributes.path ?? '',
        }
      : {
          ...resourceAttributes,
          verb: resourceAttributes?.verb ?? '',
          namespace: resourceAttributes?.namespace || undefined,
          subresource: resourceAttributes?.subresource || undefined,
          name: resourceAttributes?.name || undefined,
        },
  );
  return reason === undefined
    ? { allowed: false }
    : { allowed: true, ...(reason && { reason }) };
}

/** Everything the caller may do in a namespace: `kubectl auth can-i --list`. */
export function reviewRules({ server, request, spec }: ReviewContext) {
  const rules = server.rbac.rulesFor(
    request.user,
    String(spec.namespace ?? ''),
  );
  return {
    resourceRules: rules
      .filter(rule => !rule.nonResourceURLs)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames && { resourceNames }),
      })),
    nonResourceRules: rules
      .filter(rule => rule.nonResourceURLs)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
}
