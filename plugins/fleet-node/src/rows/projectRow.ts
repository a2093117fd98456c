import { KubernetesObject } from './KubernetesObject';
import { listOf, numberOf, textOf, textsOf, timeOf } from './json';
import { Row, RowOwner } from './Row';

const NO_OWNERS: readonly RowOwner[] = [];
const NO_LABELS: Readonly<Record<string, string>> = {};

/**
 * What every row keeps of an object, `undefined` when it has no name.
 *
 * @internal
 */
export function projectRow(options: {
  source: string;
  resource: { id: string; kind: string; namespaced: boolean };
  object: KubernetesObject;
}): Omit<Row, 'slices'> | undefined {
  const { source, resource, object } = options;
  const name = textOf(object, 'metadata', 'name');
  if (!name) {
    return undefined;
  }
  return {
    source,
    resource: resource.id,
    kind: resource.kind,
    namespace: resource.namespaced
      ? textOf(object, 'metadata', 'namespace') ?? ''
      : '',
    name,
    uid: textOf(object, 'metadata', 'uid') ?? '',
    resourceVersion: textOf(object, 'metadata', 'resourceVersion') ?? '',
    generation: numberOf(object, 'metadata', 'generation'),
    createdAt: timeOf(object, 'metadata', 'creationTimestamp'),
    deletingSince: timeOf(object, 'metadata', 'deletionTimestamp'),
    writtenAt: newestWrite(object),
    labels: readLabels(object),
    owners: readOwners(object),
  };
}

function newestWrite(object: KubernetesObject): string | undefined {
  return listOf(object, 'metadata', 'managedFields')
    .flatMap(entry => timeOf(entry, 'time') ?? [])
    .sort()
    .at(-1);
}

function readLabels(object: KubernetesObject) {
  const labels = textsOf(object, 'metadata', 'labels');
  return Object.keys(labels).length > 0 ? labels : NO_LABELS;
}

function readOwners(object: KubernetesObject): readonly RowOwner[] {
  const owners = listOf(object, 'metadata', 'ownerReferences').flatMap(
    owner => {
      const kind = textOf(owner, 'kind');
      const name = textOf(owner, 'name');
      const uid = textOf(owner, 'uid');
      const controller =
        typeof owner === 'object' &&
        owner !== null &&
        'controller' in owner &&
        owner.controller === true;
      return kind && name && uid ? [{ kind, name, uid, controller }] : [];
    },
  );
  return owners.length > 0 ? owners : NO_OWNERS;
}
