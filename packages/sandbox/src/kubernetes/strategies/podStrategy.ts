import { forbidden } from '../errors';
import { applyLimitRanges } from '../quota/applyLimitRanges';
import { KindStrategy } from './KindStrategy';

interface Container {
  resources?: {
    limits?: Record<string, string>;
    requests?: Record<string, string>;
  };
}

interface PodSpec {
  serviceAccountName?: string;
  initContainers?: Container[];
  containers: Container[];
}

const NOT_READY = ['not-ready', 'unreachable'].map(state => ({
  key: `node.kubernetes.io/${state}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

/** A new pod is Pending and runs as a service account that exists. */
export const podStrategy: KindStrategy = {
  prepare({ core, object, live }) {
    if (live) {
      return object;
    }
    const { name, namespace } = object.metadata;
    const spec = applyLimitRanges(core, object).spec as PodSpec;
    const account = spec.serviceAccountName || 'default';
    if (!core.store.get('serviceaccounts', `${namespace}/${account}`)) {
      throw forbidden(
        { group: '', plural: 'pods' },
        name,
        `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
      );
    }
    return {
      ...object,
      spec: {
        tolerations: NOT_READY,
        preemptionPolicy: 'PreemptLowerPriority',
        priority: 0,
        enableServiceLinks: true,
        ...spec,
        serviceAccountName: account,
        serviceAccount: account,
      },
      status: {
        ...(object.status as object | undefined),
        phase: 'Pending',
        qosClass: qualityOf(spec),
      },
    };
  },
};

function qualityOf({ containers, initContainers = [] }: PodSpec): string {
  const all = [...containers, ...initContainers];
  const isEmpty = ({ resources }: Container) =>
    Object.keys({ ...resources?.limits, ...resources?.requests }).length === 0;
  if (all.every(isEmpty)) {
    return 'BestEffort';
  }
  const isGuaranteed = ({ resources }: Container) =>
    ['cpu', 'memory'].every(
      kind =>
        resources?.limits?.[kind] !== undefined &&
        (resources.requests?.[kind] ?? resources.limits[kind]) ===
          resources.limits[kind],
    );
  return all.every(isGuaranteed) ? 'Guaranteed' : 'Burstable';
}
