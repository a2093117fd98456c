import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';

type Amounts = Record<string, string>;

interface Container {
  resources?: { limits?: Amounts; requests?: Amounts };
}

interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
}

interface LimitRangeSpec {
  limits?: { type: string; default?: Amounts; defaultRequest?: Amounts }[];
}

/** Gives containers the requests and limits that their namespace has for those without. */
export function applyLimitRanges(
  { store }: ClusterCore,
  pod: KubernetesObject,
): KubernetesObject {
  const defaults = store
    .list('limitranges', pod.metadata.namespace)
    .flatMap(({ spec }) => (spec as LimitRangeSpec).limits ?? [])
    .filter(({ type }) => type === 'Container');
  if (defaults.length === 0) {
    return pod;
  }
  const limits = Object.assign({}, ...defaults.map(one => one.default));
  const requests = Object.assign(
    {},
    ...defaults.map(one => one.defaultRequest),
  );
  const fill = (container: Container): Container => ({
    ...container,
    resources: {
      ...container.resources,
      limits: { ...limits, ...container.resources?.limits },
      requests: { ...requests, ...container.resources?.requests },
    },
  });
  const spec = pod.spec as PodSpec | undefined;
  if (!Array.isArray(spec?.containers)) {
    return pod;
  }
  return {
    ...pod,
    spec: {
      ...spec,
      containers: spec.containers.map(fill),
      ...(spec.initContainers && {
        initContainers: spec.initContainers.map(fill),
      }),
    },
  };
}
