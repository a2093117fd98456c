/**
 * By which fields Kubernetes' strategic merge patch tells the items of a list
 * apart, in order of preference; lists not named here are replaced as a whole.
 */
const MERGE_KEYS: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  ports: ['containerPort', 'port'],
  secrets: ['name'],
  topologySpreadConstraints: ['topologyKey'],
};

/** The field that identifies the items of a list, when they have one. */
export function mergeKeyOf(
  field: string,
  items: unknown[],
): string | undefined {
  return MERGE_KEYS[field]?.find(key =>
    items.every(
      item => typeof item === 'object' && item !== null && key in item,
    ),
  );
}
