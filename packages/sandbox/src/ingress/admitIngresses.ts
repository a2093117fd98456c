import { Host, Location } from './Host';
import { Ingress, IngressPath } from './types';

/** What the controller makes of one Ingress. */
export type Admission =
  | { ingress: Ingress; outcome: 'admitted'; warnings: string[] }
  | { ingress: Ingress; outcome: 'rejected'; message: string };

/**
 * The hosts that follow from all Ingresses of a class. A host belongs to the
 * oldest Ingress that names it, whatever the namespace; the others lose it.
 */
export function admitIngresses(ingresses: Ingress[]): {
  hosts: Map<string, Host>;
  admissions: Admission[];
} {
  const hosts = new Map<string, Host>();
  const admissions = [...ingresses].sort(byAge).map((ingress): Admission => {
    const error = validate(ingress);
    if (error) {
      const { namespace, name } = ingress.metadata;
      const message = `${namespace}/${name} was rejected: with error: ${error}`;
      return { ingress, outcome: 'rejected', message };
    }
    const wanted = hostsOf(ingress);
    const free = wanted.filter(host => !hosts.has(host.name));
    free.forEach(host => hosts.set(host.name, host));
    if (!free.length) {
      return {
        ingress,
        outcome: 'rejected',
        message: 'All hosts are taken by other resources',
      };
    }
    return {
      ingress,
      outcome: 'admitted',
      warnings: wanted
        .filter(host => !free.includes(host))
        .map(host => `host ${host.name} is taken by another resource`),
    };
  });
  return { hosts, admissions };
}

function validate({ spec }: Ingress): string | undefined {
  if (!spec.rules?.length) {
    return 'spec.rules: Required value';
  }
  const names = spec.rules.map(rule => rule.host);
  const missing = names.findIndex(name => !name);
  if (missing >= 0) {
    return `spec.rules[${missing}].host: Required value`;
  }
  const second = names.findIndex((name, i) => names.indexOf(name) !== i);
  return second < 0
    ? undefined
    : `spec.rules[${second}].host: Duplicate value: "${names[second]}"`;
}

function hostsOf(ingress: Ingress): Host[] {
  const { rules = [], tls = [], defaultBackend } = ingress.spec;
  return rules.map(({ host, http }) => {
    const locations = (http?.paths ?? []).map(locationOf);
    const hasRoot = locations.some(l => ['', '/'].includes(l.path));
    if (defaultBackend && !hasRoot) {
      locations.push({ kind: 'text', path: '/', backend: defaultBackend });
    }
    const block = tls.find(t => t.hosts?.includes(host!));
    return {
      name: host!.toLowerCase(),
      ingress,
      locations,
      tls: block && { secretName: block.secretName },
    };
  });
}

function locationOf({ path = '/', pathType, backend }: IngressPath): Location {
  switch (pathType) {
    case 'Exact':
      return { kind: 'exact', path, backend };
    case 'Prefix':
      return { kind: 'prefix', path: path.replace(/\/+$/, ''), backend };
    default:
      return { kind: 'text', path, backend };
  }
}

function byAge(a: Ingress, b: Ingress): number {
  const key = ({ metadata }: Ingress) =>
    `${metadata.creationTimestamp} ${metadata.uid}`;
  return key(a) < key(b) ? -1 : 1;
}
