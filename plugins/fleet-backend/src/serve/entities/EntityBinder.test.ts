import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityBinder } from './EntityBinder';

const OWNER = 'group:default/payments';

async function bindingOf(annotations: Record<string, string>) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'new', annotations },
    spec: { type: 'kubernetes-cluster' },
    relations: [{ type: 'ownedBy', targetRef: OWNER }],
  };
  const binder = EntityBinder.create({
    catalog: catalogServiceMock({ entities: [entity] }),
    now: () => new Date(),
  });
  return binder.bindingOf('resource:default/new', mockCredentials.user());
}

describe('an entity that is a cluster', () => {
  it('is bound to the cluster of its annotation', async () => {
    expect(await bindingOf({ 'slipway.dev/cluster': 'new' })).toEqual({
      kind: 'cluster',
      cluster: 'new',
      owner: OWNER,
    });
  });

  it('is bound to its record in the cloud, too', async () => {
    const annotations = {
      'slipway.dev/cluster': 'new',
      'slipway.dev/cloud': 'acme',
      'slipway.dev/magnum-cluster': 'uuid-1',
    };
    expect(await bindingOf(annotations)).toMatchObject({
      record: { cloud: 'acme', name: 'uuid-1' },
    });
  });

  it('is bound to nothing that it does not name', async () => {
    expect(await bindingOf({ 'slipway.dev/cloud': 'acme' })).toBeUndefined();
  });
});
