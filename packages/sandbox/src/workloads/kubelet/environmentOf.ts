import { Informer } from '../../client';
import { Container, EnvironmentVariable, KeyedData, Pod } from '../types';

/** Configuration that a container waits for, in the kubelet's words. */
export class ConfigurationError extends Error {}

export interface EnvironmentSources {
  configMaps: Informer<KeyedData>;
  secrets: Informer<KeyedData>;
  podIp: string;
  nodeIp: string;
}

/** A container's variables, as its spec says; throws a ConfigurationError. */
export function environmentOf(
  pod: Pod,
  container: Container,
  sources: EnvironmentSources,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom ??
    []) {
    const reference = configMapRef ?? secretRef;
    const kind = configMapRef ? 'configmap' : 'secret';
    const data = reference && find({ pod, kind, ...reference }, sources);
    Object.entries(data ?? {}).forEach(([key, value]) => {
      result[`${prefix}${key}`] = value;
    });
  }
  for (const variable of container.env ?? []) {
    const value = valueOf({ pod, container, variable, sources });
    if (value !== undefined) {
      result[variable.name] = expand(value, result);
    }
  }
  return result;
}

function valueOf(options: {
  pod: Pod;
  container: Container;
  variable: EnvironmentVariable;
  sources: EnvironmentSources;
}): string | undefined {
  const { pod, container, variable, sources } = options;
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } =
    variable.valueFrom ?? {};
  const reference = configMapKeyRef ?? secretKeyRef;
  if (reference) {
    const kind = configMapKeyRef ? 'configmap' : 'secret';
    const data = find({ pod, kind, ...reference }, sources);
    if (data?.[reference.key] === undefined && !reference.optional) {
      throw new ConfigurationError(
        `couldn't find key ${reference.key} in ${
          configMapKeyRef ? 'ConfigMap' : 'Secret'
        } ${pod.metadata.namespace}/${reference.name}`,
      );
    }
    return data?.[reference.key];
  }
  if (fieldRef) {
    return fieldOf(pod, fieldRef.fieldPath, sources);
  }
  if (resourceFieldRef) {
    const [list, resource] = resourceFieldRef.resource.split('.');
    const resources = container.resources as
      | Record<string, Record<string, string> | undefined>
      | undefined;
    return resources?.[list]?.[resource] ?? '0';
  }
  return variable.value ?? '';
}

/** The decoded data of a ConfigMap or Secret. */
function find(
  options: {
    pod: Pod;
    kind: 'configmap' | 'secret';
    name: string;
    optional?: boolean;
  },
  sources: EnvironmentSources,
): Record<string, string> | undefined {
  const { pod, kind, name, optional } = options;
  const informer = kind === 'secret' ? sources.secrets : sources.configMaps;
  const object = informer.get(name, pod.metadata.namespace);
  if (!object) {
    if (optional) {
      return undefined;
    }
    throw new ConfigurationError(`${kind} "${name}" not found`);
  }
  return kind === 'configmap'
    ? object.data ?? {}
    : Object.fromEntries(
        Object.entries(object.data ?? {}).map(([key, value]) => [
          key,
          Buffer.from(value, 'base64').toString('utf8'),
        ]),
      );
}

function fieldOf(
  pod: Pod,
  path: string,
  sources: EnvironmentSources,
): string | undefined {
  const { metadata, spec } = pod;
  const keyed = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
  if (keyed) {
    const [, field, key] = keyed;
    return metadata[field as 'labels' | 'annotations']?.[key] ?? '';
  }
  const fields: Record<string, string | undefined> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
    'spec.nodeName': spec.nodeName,
    'spec.serviceAccountName': spec.serviceAccountName ?? 'default',
    'status.podIP': sources.podIp,
    'status.podIPs': sources.podIp,
    'status.hostIP': sources.nodeIp,
    'status.hostIPs': sources.nodeIp,
  };
  return fields[path];
}

/** `$(NAME)` of variables that stand before; `$$(NAME)` stays as `$(NAME)`. */
function expand(value: string, known: Record<string, string>): string {
  return value.replace(
    /\$(\$|\(([^)]+)\))/g,
    (whole, escaped: string, name?: string) => {
      if (escaped === '$') {
        return '$';
      }
      return known[name!] ?? whole;
    },
  );
}
