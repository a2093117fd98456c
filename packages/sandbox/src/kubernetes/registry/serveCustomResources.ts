import { ClusterCore } from '../ClusterCore';
import { StoredObject } from '../types';
import { CustomResourceDefinition } from './customResources';

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/** Serves the kinds of every stored definition, now and whenever one changes. */
export function serveCustomResources({
  store,
  registry,
  schema,
}: ClusterCore): void {
  const serve = (object: StoredObject) => {
    const crd = object as CustomResourceDefinition;
    registry.addCustom(crd);
    schema.addCustomResource(crd);
  };
  store.list(DEFINITIONS).forEach(serve);
  store.subscribe(({ storage, before, after }) => {
    if (storage !== DEFINITIONS) {
      return;
    }
    if (after) {
      serve(after);
    } else {
      registry.removeCustom(before!.metadata.name);
      schema.removeCustomResource(before!.metadata.name);
    }
  });
}
