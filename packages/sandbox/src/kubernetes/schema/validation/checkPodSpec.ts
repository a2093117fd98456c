import { Json } from '../../../client/types';
import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { checkContainer } from './checkContainer';
import { FieldErrors } from './FieldErrors';
import { isLabelName, isSubdomain } from './nameRules';

const DNS_POLICIES = [
  'ClusterFirstWithHostNet',
  'ClusterFirst',
  'Default',
  'None',
];
const NAMED_SOURCES = { configMap: 'name', secret: 'secretName' } as const;

/** Checks the spec of a pod or of a pod template. */
export function checkPodSpec(
  spec: JsonObject,
  field: string,
  errors: FieldErrors,
): void {
  const volumes = checkVolumes(spec, `${field}.volumes`, errors);
  const containers = parts(spec, 'containers');
  if (containers.length === 0) {
    errors.required(`${field}.containers`);
  }
  const names = new Set<Json>();
  for (const list of ['containers', 'initContainers']) {
    parts(spec, list).forEach((container, index) => {
      const here = `${field}.${list}[${index}]`;
      checkContainer({ container, field: here, volumes, errors });
      if (container.name && names.has(container.name)) {
        errors.duplicate(`${here}.name`, container.name);
      }
      names.add(container.name ?? '');
    });
  }
  errors.oneOf(`${field}.restartPolicy`, spec.restartPolicy, [
    'Always',
    'OnFailure',
    'Never',
  ]);
  errors.oneOf(`${field}.dnsPolicy`, spec.dnsPolicy, DNS_POLICIES);
  const user = part(spec, 'securityContext')?.runAsUser;
  if (typeof user === 'number' && (user < 0 || user > 2147483647)) {
    errors.invalid(
      `${field}.securityContext.runAsUser`,
      user,
      'must be between 0 and 2147483647, inclusive',
    );
  }
  if (spec.serviceAccountName) {
    const account = String(spec.serviceAccountName);
    errors.reasons(
      `${field}.serviceAccountName`,
      account,
      isSubdomain(account),
    );
  }
}

/** The names of the volumes that can be mounted. */
function checkVolumes(
  spec: JsonObject,
  field: string,
  errors: FieldErrors,
): Set<string> {
  const names = new Set<string>();
  parts(spec, 'volumes').forEach((volume, index) => {
    const here = `${field}[${index}]`;
    const { name: given, ...sources } = volume;
    const name = String(given ?? '');
    const kinds = Object.keys(sources).sort();
    const before = errors.all.length;
    for (const [kind, key] of Object.entries(NAMED_SOURCES)) {
      const source = part(volume, kind);
      if (source && !source[key]) {
        errors.required(`${here}.${kind}.${key}`);
      }
    }
    kinds
      .slice(0, -1)
      .forEach(kind =>
        errors.forbidden(
          `${here}.${kind}`,
          'may not specify more than 1 volume type',
        ),
      );
    if (!name) {
      errors.required(`${here}.name`);
    } else {
      errors.reasons(`${here}.name`, name, isLabelName(name));
    }
    if (names.has(name)) {
      errors.duplicate(`${here}.name`, name);
    }
    if (errors.all.length === before) {
      names.add(name);
    }
  });
  return names;
}
