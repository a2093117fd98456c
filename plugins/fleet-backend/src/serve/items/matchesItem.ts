import { ItemEntry } from './ItemEntry';
import { ItemsFilter } from './ItemsFilter';
import { nameOfItem } from './nameOfItem';
import { readDetail } from './readDetail';
import { textWords } from './textWords';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** Makes the part of a filter that each item must be asked, without its status. */
export function matchesItem(
  filter: ItemsFilter,
): ((entry: ItemEntry) => boolean) | undefined {
  const { cause, root, service, environment, details = [], entity } = filter;
  const words = textWords(filter.text);
  const tests: ((entry: ItemEntry) => boolean)[] = [];
  if (cause !== undefined) {
    tests.push(({ item }) => item.finding?.cause === cause);
  }
  if (root !== undefined) {
    tests.push(({ item }) => item.finding?.root === root);
  }
  if (service !== undefined) {
    tests.push(({ item }) => item.service === service);
  }
  if (environment !== undefined) {
    tests.push(({ item }) => item.environment === environment);
  }
  for (const detail of details) {
    const field = detail.slice(0, detail.indexOf('='));
    const value = detail.slice(field.length + 1);
    tests.push(({ item }) => readDetail(item, field)?.toString() === value);
  }
  if (entity?.kind === 'component') {
    const { name, kubernetesId } = entity;
    tests.push(
      ({ item }) =>
        item.service === name ||
        (kubernetesId !== undefined &&
          item.bindings?.[KUBERNETES_ID] === kubernetesId),
    );
  }
  if (entity?.kind === 'cluster' && entity.record) {
    const { cluster, record } = entity;
    tests.push(
      ({ item: { ref } }) =>
        ref.cluster === cluster ||
        (ref.cluster === record.cloud && ref.name === record.name),
    );
  }
  if (words.length > 0) {
    tests.push(entry => {
      const haystack = haystackOf(entry);
      return words.every(word => haystack.includes(word));
    });
  }
  return tests.length === 0
    ? undefined
    : entry => tests.every(test => test(entry));
}

function haystackOf(entry: ItemEntry): string {
  if (entry.haystack === undefined) {
    const { ref, impact, owner, service, finding } = entry.item;
    entry.haystack = [
      ref.name,
      nameOfItem(entry.item),
      ref.namespace,
      ref.cluster,
      owner,
      service,
      finding?.cause,
      finding?.title,
      finding?.says,
      finding?.root,
      ...impact,
    ]
      .filter(part => part !== undefined)
      .join('\n')
      .toLocaleLowerCase('en-US');
  }
  return entry.haystack;
}
