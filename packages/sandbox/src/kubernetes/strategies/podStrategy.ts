import { forbidden } from '../errors';
import { applyLimitRanges } from '../quota/applyLimitRanges';
import { KindStrategy } from './KindStrategy';

/** A new pod takes over the limits of its namespace and runs as a service account that exists. */
export const podStrategy: KindStrategy = {
  admit({ core, object }) {
    const { name, namespace } = object.metadata;
    const { serviceAccountName, serviceAccount } = (object.spec ?? {}) as {
      serviceAccountName?: string;
      serviceAccount?: string;
    };
    const account = serviceAccountName || serviceAccount || 'default';
    if (!core.store.get('serviceaccounts', `${namespace}/${account}`)) {
      throw forbidden(
        { group: '', plural: 'pods' },
        name,
        `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
      );
    }
    return applyLimitRanges(core, object);
  },
};
