import { part, parts } from '../defaults/fields';
import { GroupVersionKind, JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';

const RBAC = 'rbac.authorization.k8s.io';

/** Checks a Role or a ClusterRole. */
export function checkRole(
  object: JsonObject,
  { kind }: GroupVersionKind,
  errors: FieldErrors,
): void {
  const has = (rule: JsonObject, name: string) =>
    Array.isArray(rule[name]) && (rule[name] as unknown[]).length > 0;
  parts(object, 'rules').forEach((rule, index) => {
    const field = `rules[${index}]`;
    if (!has(rule, 'verbs')) {
      errors.required(
        `${field}.verbs`,
        'verbs must contain at least one value',
      );
    }
    if (has(rule, 'nonResourceURLs')) {
      if (kind === 'Role') {
        errors.invalid(
          `${field}.nonResourceURLs`,
          rule.nonResourceURLs,
          'namespaced rules cannot apply to non-resource URLs',
        );
      }
      return;
    }
    if (!has(rule, 'apiGroups')) {
      errors.required(
        `${field}.apiGroups`,
        'resource rules must supply at least one api group',
      );
    }
    if (!has(rule, 'resources')) {
      errors.required(
        `${field}.resources`,
        'resource rules must supply at least one resource',
      );
    }
  });
}

/** Checks a RoleBinding or a ClusterRoleBinding. */
export function checkBinding(
  object: JsonObject,
  { kind }: GroupVersionKind,
  errors: FieldErrors,
): void {
  const roleRef = part(object, 'roleRef') ?? {};
  const isCluster = kind === 'ClusterRoleBinding';
  errors.oneOf('roleRef.apiGroup', roleRef.apiGroup ?? RBAC, [RBAC]);
  errors.oneOf(
    'roleRef.kind',
    roleRef.kind,
    isCluster ? ['ClusterRole'] : ['Role', 'ClusterRole'],
  );
  if (!roleRef.name) {
    errors.required('roleRef.name');
  }
  parts(object, 'subjects').forEach((subject, index) => {
    const field = `subjects[${index}]`;
    if (!subject.name) {
      errors.required(`${field}.name`);
    }
    errors.oneOf(`${field}.kind`, subject.kind, [
      'ServiceAccount',
      'User',
      'Group',
    ]);
    if (subject.kind === 'ServiceAccount' && isCluster && !subject.namespace) {
      errors.required(`${field}.namespace`);
    }
  });
}
