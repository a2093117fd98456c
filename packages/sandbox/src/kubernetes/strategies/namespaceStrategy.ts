import { KindStrategy } from './KindStrategy';

/** The finalizers of a namespace's spec change through `finalize` only. */
export const namespaceStrategy: KindStrategy = {
  prepare({ object, live, subresource }) {
    return live && subresource !== 'finalize'
      ? { ...object, spec: live.spec }
      : object;
  },
};
