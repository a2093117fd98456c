import { Condition } from '../../client/types';
import { timestamp } from '../operations/timestamp';
import { CustomResourceDefinition } from '../registry';
import { KindStrategy } from './KindStrategy';

/** A definition is accepted and established the moment it is written: no controller runs behind. */
export const definitionStrategy: KindStrategy = {
  prepare({ core, object, live }) {
    const crd = object as CustomResourceDefinition;
    const { names, versions } = crd.spec;
    const known = (live?.status ?? {}) as {
      conditions?: Condition[];
      storedVersions?: string[];
    };
    const storage = versions.find(version => version.storage)?.name;
    const lastTransitionTime = timestamp(core.now());
    return {
      ...crd,
      status: {
        acceptedNames: names,
        conditions: known.conditions ?? [
          {
            type: 'NamesAccepted',
            status: 'True',
            lastTransitionTime,
            reason: 'NoConflicts',
            message: 'no conflicts found',
          },
          {
            type: 'Established',
            status: 'True',
            lastTransitionTime,
            reason: 'InitialNamesAccepted',
            message: 'the initial names have been accepted',
          },
        ],
        storedVersions: [
          ...new Set([
            ...(known.storedVersions ?? []),
            ...(storage ? [storage] : []),
          ]),
        ],
      },
    };
  },
};
