import { part, parts } from '../defaults/fields';
import { SchemaNode } from '../SchemaNode';
import { FieldError, GroupVersionKind, JsonObject } from '../types';
import { checkQuota, checkVolumeClaim } from './checkClaims';
import { checkData } from './checkData';
import { checkDefinition } from './checkDefinition';
import { checkImmutable } from './checkImmutable';
import { checkIngress } from './checkIngress';
import { checkJob } from './checkJob';
import { checkMetadata } from './checkMetadata';
import { checkNetworkPolicy } from './checkNetworkPolicy';
import { checkPodSpec } from './checkPodSpec';
import { checkBinding, checkRole } from './checkRbac';
import { checkRequired } from './checkRequired';
import { checkService } from './checkService';
import { checkWorkload } from './checkWorkload';
import { FieldErrors } from './FieldErrors';

/** A built-in object to check, already read and defaulted. */
export interface CheckOptions {
  object: JsonObject;
  /** What an update replaces. */
  old?: JsonObject;
  gvk: GroupVersionKind;
  node: SchemaNode;
}

type Check = (
  object: JsonObject,
  gvk: GroupVersionKind,
  errors: FieldErrors,
) => void;

const RBAC = 'rbac.authorization.k8s.io';

const CHECKS: Record<string, Check | undefined> = {
  '/Pod': (object, _, errors) =>
    checkPodSpec(part(object, 'spec') ?? {}, 'spec', errors),
  '/Service': (object, _, errors) => checkService(object, errors),
  '/ConfigMap': checkData,
  '/Secret': checkData,
  '/PersistentVolumeClaim': (object, _, errors) =>
    checkVolumeClaim(object, errors),
  '/ResourceQuota': (object, _, errors) => checkQuota(object, errors),
  '/Event': checkEvent,
  'apps/Deployment': checkWorkload,
  'apps/ReplicaSet': checkWorkload,
  'apps/StatefulSet': checkWorkload,
  'apps/DaemonSet': checkWorkload,
  'batch/Job': checkJob,
  'batch/CronJob': checkJob,
  'discovery.k8s.io/EndpointSlice': checkEndpointSlice,
  'networking.k8s.io/Ingress': (object, _, errors) =>
    checkIngress(object, errors),
  'networking.k8s.io/IngressClass': (object, _, errors) => {
    if (!part(object, 'spec')?.controller) {
      errors.required('spec.controller');
    }
  },
  'networking.k8s.io/NetworkPolicy': (object, _, errors) =>
    checkNetworkPolicy(object, errors),
  [`${RBAC}/Role`]: checkRole,
  [`${RBAC}/ClusterRole`]: checkRole,
  [`${RBAC}/RoleBinding`]: checkBinding,
  [`${RBAC}/ClusterRoleBinding`]: checkBinding,
  'apiextensions.k8s.io/CustomResourceDefinition': (object, _, errors) =>
    checkDefinition(object, errors),
};

/** What Kubernetes' own validation finds in a built-in object. */
export function checkBuiltIn(options: CheckOptions): FieldError[] {
  const { object, old, gvk, node } = options;
  const errors = new FieldErrors();
  errors.all.push(...checkMetadata(object, gvk));
  CHECKS[`${gvk.group}/${gvk.kind}`]?.(object, gvk, errors);
  if (old) {
    checkImmutable({ object, old, gvk, errors });
  }
  const known = new Set(errors.all.map(({ field }) => field));
  const missing = checkRequired(object, node);
  return [...errors.all, ...missing.filter(({ field }) => !known.has(field))];
}

function checkEvent(
  object: JsonObject,
  _: GroupVersionKind,
  errors: FieldErrors,
) {
  const about = part(object, 'involvedObject')?.namespace;
  const own = part(object, 'metadata')?.namespace;
  // Events of objects without a namespace live in "default".
  if (about !== undefined ? about !== own : own !== 'default') {
    errors.invalid(
      'involvedObject.namespace',
      about ?? '',
      'does not match event.namespace',
    );
  }
}

function checkEndpointSlice(
  object: JsonObject,
  _: GroupVersionKind,
  errors: FieldErrors,
) {
  errors.oneOf('addressType', object.addressType, ['FQDN', 'IPv4', 'IPv6']);
  parts(object, 'endpoints').forEach((endpoint, index) => {
    if (!Array.isArray(endpoint.addresses) || !endpoint.addresses.length) {
      errors.required(
        `endpoints[${index}].addresses`,
        'must contain at least 1 address',
      );
    }
  });
}
