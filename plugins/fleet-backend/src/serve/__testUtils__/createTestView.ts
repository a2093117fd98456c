import { Access } from '../access/Access';
import { DefaultFleetView } from '../DefaultFleetView';
import { FakeModel } from './FakeModel';
import { NOW } from './testData';

/** A view over a model, both as tests need them. */
export function createTestView(initial: Parameters<FakeModel['put']>[0] = {}) {
  const model = new FakeModel();
  model.put(initial);
  const view = DefaultFleetView.create({
    model,
    resources: [{ id: 'certificates.cert-manager.io', from: 'cluster' }],
    now: () => NOW,
    timeline: async () => [],
    since: () => undefined,
  });
  const change = (changes: Parameters<FakeModel['put']>[0]) =>
    view.apply(model.put(changes));
  return { model, view, change };
}

/** The access of somebody who may see what these groups own. */
export function accessOfOwners(...owners: string[]): Access {
  return {
    key: JSON.stringify(owners),
    extent: 'some',
    sees: ({ owner }) => owner !== undefined && owners.includes(owner),
    sources: false,
  };
}
