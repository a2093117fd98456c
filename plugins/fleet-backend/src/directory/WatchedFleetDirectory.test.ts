import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterDefinition,
  KubernetesObject,
} from '@slipway/backstage-plugin-fleet-node';
import {
  toyObject,
  ToyFleet,
  TOYS,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { WatchedFleetDirectory } from './WatchedFleetDirectory';

const OWNER = 'group:default/storefront';

function namespace(name: string, labels: Record<string, string>) {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, uid: name, labels },
  };
}

function labelled(toy: KubernetesObject, labels: Record<string, string>) {
  const metadata = toy.metadata as Record<string, unknown>;
  return { ...toy, metadata: { ...metadata, labels } };
}

function definition(name: string): ClusterDefinition {
  return {
    name,
    origin: 'test',
    revision: '1',
    access: { error: 'it is only looked up' },
    owner: OWNER,
    labels: { zone: 'x' },
    hub: false,
  };
}

describe('WatchedFleetDirectory', () => {
  let fleet: ToyFleet;
  let directory: WatchedFleetDirectory;

  beforeEach(() => {
    fleet = ToyFleet.create();
    directory = WatchedFleetDirectory.create({
      clusters: () => [definition('dev-1'), definition('dev-2')],
      reader: fleet.engine.reader,
      resources: ['namespaces', TOYS],
    });
    tell('dev-1');
    tell('dev-2');
  });

  function tell(name: string, parts: Partial<SourceInfo> = {}) {
    const id = `cluster/${name}`;
    fleet.engine.apply({ sources: [fleet.source({ id, name, ...parts })] });
  }

  function put(cluster: string, ...objects: KubernetesObject[]) {
    const rows = objects.map(object => fleet.row(object, cluster));
    fleet.engine.apply({ rows });
  }

  const holding = (owner: string | undefined = OWNER) =>
    directory.clustersHolding({ services: ['shop'], owner });
  const selecting = (labelSelector: string) =>
    directory.clustersHolding({ services: [], labelSelector });

  it('knows the clusters of the moment, and how they are', () => {
    tell('dev-2', { state: 'stale', reachable: false });
    expect(directory.clusters()).toEqual([
      {
        name: 'dev-1',
        access: { error: 'it is only looked up' },
        state: 'live',
        reachable: true,
        labels: { zone: 'x' },
        owner: OWNER,
      },
      expect.objectContaining({
        name: 'dev-2',
        state: 'stale',
        reachable: false,
      }),
    ]);
  });

  it('finds an entity where a namespace of its owner has its name', () => {
    put(
      'dev-2',
      namespace('shop-dev', {
        'slipway.dev/service': 'shop',
        'slipway.dev/owner': 'storefront',
      }),
    );
    put(
      'dev-1',
      namespace('other-dev', {
        'slipway.dev/service': 'shop',
        'slipway.dev/owner': 'payments',
      }),
      namespace('free-dev', { 'slipway.dev/service': 'shop' }),
    );
    expect(holding()).toEqual(['dev-2']);
    expect(
      directory.clustersHolding({ services: ['shop'], owner: undefined }),
    ).toEqual([]);
  });

  it.each([
    ['app=shop', ['dev-1']],
    ['app = shop,tier!=back', ['dev-1']],
    ['tier=front,app in (other, shop)', ['dev-1']],
    ['app in (other, shop)', ['dev-1']],
    ['app=shop,tier=back', []],
    ['app=other', []],
  ])('finds what "%s" selects', (selector, clusters) => {
    put('dev-1', labelled(toyObject('bear'), { app: 'shop', tier: 'front' }));
    put('dev-2', labelled(toyObject('bear'), { app: 'bank' }));
    expect(selecting(selector)).toEqual(clusters);
  });

  it('leaves it to the clusters what cannot be looked up', () => {
    expect(selecting('!app')).toEqual(['dev-1', 'dev-2']);
  });

  it('does not index whatever labels entities name', () => {
    put('dev-1', labelled(toyObject('bear'), { app: 'shop' }));
    expect(selecting('app=other')).toEqual([]);
    for (let at = 0; at < 49; at++) {
      expect(selecting(`key-${at}=a`)).toEqual([]);
    }
    expect(selecting('one-more=a')).toEqual(['dev-1', 'dev-2']);
    expect(selecting('app=shop')).toEqual(['dev-1']);
  });

  it('names no cluster that does not answer', () => {
    put('dev-1', labelled(toyObject('bear'), { app: 'shop' }));
    tell('dev-1', { state: 'stale', reachable: true });
    expect(selecting('app=shop')).toEqual([]);
    expect(selecting('!app')).toEqual(['dev-2']);
  });
});
