import { Json } from '../../../client/types';
import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { checkProbe } from './checkProbe';
import { compareQuantities } from './compareQuantities';
import { FieldErrors } from './FieldErrors';
import { isLabelName, isPort, isPortName, isSubdomain } from './nameRules';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** Checks one container; `volumes` are the names that it may mount. */
export function checkContainer(options: {
  container: JsonObject;
  field: string;
  volumes: Set<string>;
  errors: FieldErrors;
}): void {
  const { container, field, volumes, errors } = options;
  checkName(container, field, errors);
  if (!container.image) {
    errors.required(`${field}.image`);
  }
  PROBES.forEach(name => {
    const probe = part(container, name);
    const isReadiness = name === 'readinessProbe';
    if (probe) {
      checkProbe({ probe, field: `${field}.${name}`, isReadiness, errors });
    }
  });
  checkPorts(container, `${field}.ports`, errors);
  parts(container, 'env').forEach((variable, index) =>
    checkVariable(variable, `${field}.env[${index}]`, errors),
  );
  checkMounts({ container, field: `${field}.volumeMounts`, volumes, errors });
  errors.oneOf(`${field}.imagePullPolicy`, container.imagePullPolicy, [
    'Always',
    'IfNotPresent',
    'Never',
  ]);
  checkResources(part(container, 'resources'), `${field}.resources`, errors);
}

function checkName({ name }: JsonObject, field: string, errors: FieldErrors) {
  if (!name) {
    errors.required(`${field}.name`);
  } else {
    errors.reasons(`${field}.name`, name, isLabelName(String(name)));
  }
}

function checkPorts(container: JsonObject, field: string, errors: FieldErrors) {
  const names = new Set<Json>();
  parts(container, 'ports').forEach((port, index) => {
    const here = `${field}[${index}]`;
    const { name, containerPort, protocol } = port;
    if (name) {
      errors.reasons(`${here}.name`, name, isPortName(String(name)));
      if (names.has(name)) {
        errors.duplicate(`${here}.name`, name);
      }
      names.add(name);
    }
    if (!containerPort) {
      errors.required(`${here}.containerPort`);
    } else {
      errors.reasons(
        `${here}.containerPort`,
        containerPort,
        isPort(containerPort),
      );
    }
    errors.oneOf(`${here}.protocol`, protocol, PROTOCOLS);
  });
}

function checkVariable(
  variable: JsonObject,
  field: string,
  errors: FieldErrors,
) {
  const { name, value } = variable;
  const source = part(variable, 'valueFrom');
  if (!name) {
    errors.required(`${field}.name`);
  } else if (!/^[ -<>-~]+$/.test(String(name))) {
    errors.invalid(
      `${field}.name`,
      name,
      "a valid environment variable name must consist only of printable ASCII characters other than '='",
    );
  }
  if (source && value) {
    errors.invalid(
      `${field}.valueFrom`,
      '',
      'may not be specified when `value` is not empty',
    );
  } else if (source && Object.keys(source).length !== 1) {
    errors.invalid(
      `${field}.valueFrom`,
      '',
      Object.keys(source).length
        ? 'may not have more than one field specified at a time'
        : 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
    );
  }
  for (const kind of ['configMapKeyRef', 'secretKeyRef']) {
    const reference = part(source, kind);
    const referred = String(reference?.name ?? '');
    if (reference) {
      errors.reasons(
        `${field}.valueFrom.${kind}.name`,
        referred,
        isSubdomain(referred),
      );
    }
  }
}

function checkMounts(options: {
  container: JsonObject;
  field: string;
  volumes: Set<string>;
  errors: FieldErrors;
}) {
  const { container, field, volumes, errors } = options;
  const paths = new Set<Json>();
  parts(container, 'volumeMounts').forEach((mount, index) => {
    const here = `${field}[${index}]`;
    const { name, mountPath } = mount;
    if (!name) {
      errors.required(`${here}.name`);
    } else if (!volumes.has(String(name))) {
      errors.notFound(`${here}.name`, name);
    }
    if (!mountPath) {
      errors.required(`${here}.mountPath`);
    } else if (paths.has(mountPath)) {
      errors.invalid(`${here}.mountPath`, mountPath, 'must be unique');
    } else {
      paths.add(mountPath);
    }
  });
}

function checkResources(
  resources: JsonObject | undefined,
  field: string,
  errors: FieldErrors,
) {
  const limits = part(resources, 'limits') ?? {};
  const requests = part(resources, 'requests') ?? {};
  for (const [kind, amounts] of Object.entries({ limits, requests })) {
    for (const name of Object.keys(amounts).sort()) {
      if (compareQuantities(amounts[name], '0') < 0) {
        errors.invalid(
          `${field}.${kind}[${name}]`,
          amounts[name],
          'must be greater than or equal to 0',
        );
      }
    }
  }
  for (const name of Object.keys(requests).sort()) {
    const limit = limits[name];
    if (limit !== undefined && compareQuantities(requests[name], limit) > 0) {
      errors.invalid(
        `${field}.requests`,
        requests[name],
        `must be less than or equal to ${name} limit of ${limit}`,
      );
    }
  }
}
