import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';
import { isHost, isLabelName, isPort, isSubdomain } from './nameRules';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const FORBIDDEN_IN_PATH = ['//', '/./', '/../', '%2f', '%2F'];

/** Checks an Ingress. */
export function checkIngress(object: JsonObject, errors: FieldErrors): void {
  const spec = part(object, 'spec') ?? {};
  const rules = parts(spec, 'rules');
  const backend = part(spec, 'defaultBackend');
  if (rules.length === 0 && !backend) {
    errors.invalid(
      'spec',
      undefined,
      'either `defaultBackend` or `rules` must be specified',
    );
  }
  rules.forEach((rule, index) => checkRule(rule, index, errors));
  parts(spec, 'tls').forEach((tls, index) => checkTls(tls, index, errors));
  if (backend) {
    checkBackend(backend, 'spec.defaultBackend', errors);
  }
  const name = spec.ingressClassName;
  if (typeof name === 'string') {
    errors.reasons('spec.ingressClassName', name, isSubdomain(name));
  }
}

function checkTls(tls: JsonObject, index: number, errors: FieldErrors) {
  const field = `spec.tls[${index}]`;
  const hosts = Array.isArray(tls.hosts) ? tls.hosts : [];
  hosts.forEach((host, position) => {
    const name = String(host);
    const rule = name.includes('*') ? isHost : isSubdomain;
    errors.reasons(`${field}.hosts[${position}]`, name, rule(name));
  });
  if (tls.secretName) {
    const name = String(tls.secretName);
    errors.reasons(`${field}.secretName`, name, isSubdomain(name));
  }
}

function checkRule(rule: JsonObject, index: number, errors: FieldErrors) {
  const field = `spec.rules[${index}]`;
  if (rule.host) {
    const host = String(rule.host);
    errors.reasons(`${field}.host`, host, isHost(host));
  }
  const http = part(rule, 'http');
  const paths = parts(http, 'paths');
  if (http && paths.length === 0) {
    errors.required(`${field}.http.paths`);
  }
  paths.forEach((path, position) =>
    checkPath(path, `${field}.http.paths[${position}]`, errors),
  );
}

function checkPath(path: JsonObject, field: string, errors: FieldErrors) {
  const { pathType } = path;
  const text = String(path.path ?? '');
  if (!pathType) {
    errors.required(`${field}.pathType`, 'pathType must be specified');
  } else if (pathType === 'Exact' || pathType === 'Prefix') {
    if (!text.startsWith('/')) {
      errors.invalid(`${field}.path`, text, 'must be an absolute path');
    }
    for (const word of FORBIDDEN_IN_PATH) {
      if (text.includes(word)) {
        errors.invalid(`${field}.path`, text, `must not contain '${word}'`);
      }
    }
  } else {
    errors.oneOf(`${field}.pathType`, pathType, PATH_TYPES);
  }
  checkBackend(part(path, 'backend') ?? {}, `${field}.backend`, errors);
}

function checkBackend(backend: JsonObject, field: string, errors: FieldErrors) {
  const service = part(backend, 'service');
  if (!service) {
    if (!part(backend, 'resource')) {
      errors.invalid(field, '', 'resource or service backend is required');
    }
    return;
  }
  if (!service.name) {
    errors.required(`${field}.service.name`);
  } else {
    const name = String(service.name);
    errors.reasons(`${field}.service.name`, name, isLabelName(name));
  }
  const { name, number } = part(service, 'port') ?? {};
  if (name && number) {
    errors.invalid(field, '', 'cannot set both port name & port number');
  } else if (!name && !number) {
    errors.required(field, 'port name or number is required');
  } else {
    const key = name ? 'name' : 'number';
    errors.reasons(
      `${field}.service.port.${key}`,
      name ?? number,
      isPort(name ?? number),
    );
  }
}
