import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../../client/types';
import { part, parts } from '../defaults/fields';
import { GroupVersionKind, JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';

const SELECTOR_OWNERS = new Set(['Deployment', 'ReplicaSet', 'DaemonSet']);
const POD_FIELDS = [
  'activeDeadlineSeconds',
  'ephemeralContainers',
  'terminationGracePeriodSeconds',
  'tolerations',
];
const STATEFUL_FIELDS = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

/** Checks that an update leaves alone what cannot change any more. */
export function checkImmutable(options: {
  object: JsonObject;
  old: JsonObject;
  gvk: GroupVersionKind;
  errors: FieldErrors;
}): void {
  const { object, old, gvk, errors } = options;
  const { kind } = gvk;
  const spec = part(object, 'spec') ?? {};
  const before = part(old, 'spec') ?? {};
  const same = (field: string, a: Json | undefined, b: Json | undefined) => {
    if (!isDeepStrictEqual(a, b)) {
      errors.invalid(field, a, 'field is immutable');
    }
  };
  if (gvk.group === '' && kind === 'Pod') {
    checkPod(spec, before, errors);
  } else if (gvk.group === 'apps' && SELECTOR_OWNERS.has(kind)) {
    same('spec.selector', spec.selector, before.selector);
  } else if (kind === 'StatefulSet') {
    checkStatefulSet(spec, before, errors);
  } else if (kind === 'Job') {
    same('spec.selector', spec.selector, before.selector);
    same('spec.template', spec.template, before.template);
  } else if (kind === 'Secret' || kind === 'ConfigMap') {
    same('type', object.type, old.type);
    checkFrozen(object, old, errors);
  } else if (kind === 'Service' && before.clusterIP && spec.clusterIP) {
    checkAddress(spec, before, errors);
  } else if (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') {
    if (!isDeepStrictEqual(object.roleRef, old.roleRef)) {
      const { apiGroup, kind: role, name } = part(object, 'roleRef') ?? {};
      const inGo = { APIGroup: apiGroup, Kind: role, Name: name };
      errors.invalid('roleRef', inGo, 'cannot change roleRef');
    }
  }
}

/** The node is given once, through the binding subresource. */
function checkPod(spec: JsonObject, before: JsonObject, errors: FieldErrors) {
  const isBound = Boolean(before.nodeName);
  const rest = (from: JsonObject) => ({
    ...from,
    ...Object.fromEntries(POD_FIELDS.map(name => [name, undefined])),
    nodeName: isBound ? from.nodeName : undefined,
    containers: withoutImages(from, 'containers'),
    initContainers: withoutImages(from, 'initContainers'),
  });
  if (!isDeepStrictEqual(rest(spec), rest(before))) {
    errors.forbidden(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    );
  }
}

function withoutImages(spec: JsonObject, list: string) {
  return parts(spec, list).map(({ image, ...rest }) => rest);
}

function checkStatefulSet(
  spec: JsonObject,
  before: JsonObject,
  errors: FieldErrors,
) {
  const rest = (from: JsonObject) =>
    Object.fromEntries(
      Object.entries(from).filter(([name]) => !STATEFUL_FIELDS.includes(name)),
    );
  if (!isDeepStrictEqual(rest(spec), rest(before))) {
    const names = STATEFUL_FIELDS.map(name => `'${name}'`);
    errors.forbidden(
      'spec',
      `updates to statefulset spec for fields other than ${names
        .slice(0, -1)
        .join(', ')} and ${names[names.length - 1]} are forbidden`,
    );
  }
}

function checkFrozen(object: JsonObject, old: JsonObject, errors: FieldErrors) {
  if (old.immutable !== true) {
    return;
  }
  for (const field of ['immutable', 'data', 'binaryData']) {
    if (!isDeepStrictEqual(object[field], old[field])) {
      errors.forbidden(field, 'field is immutable when `immutable` is set');
    }
  }
}

function checkAddress(
  spec: JsonObject,
  before: JsonObject,
  errors: FieldErrors,
) {
  if (spec.type !== 'ExternalName' && spec.clusterIP !== before.clusterIP) {
    errors.invalid(
      'spec.clusterIPs[0]',
      [spec.clusterIP ?? ''],
      'may not change once set',
    );
  }
}
