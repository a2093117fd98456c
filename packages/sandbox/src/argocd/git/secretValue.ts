import { KubernetesObject } from '../../client';

/** One decoded value of a Secret. */
export function secretValue(
  secret: KubernetesObject,
  key: string,
): string | undefined {
  const data = secret.data as Record<string, string> | undefined;
  return data?.[key] === undefined
    ? undefined
    : Buffer.from(data[key], 'base64').toString('utf8');
}
