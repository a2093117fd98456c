import { parseRoot } from '@slipway/backstage-plugin-fleet-common';
import { hasLiveObject } from './hasLiveObject';

describe('hasLiveObject', () => {
  it.each([
    ['dev-1/Secret/argocd/cluster-shop', true],
    ['dev-1/ClusterIssuer//letsencrypt', true],
    // Of Cluster API.
    ['dev-1/Cluster/capi/shop', true],
    ['dev-1/Cluster//dev-1', false],
    ['acme/Cluster//1f0c', false],
    ['acme/NodeGroup//2f0c', false],
    ['acme/ClusterTemplate//3f0c', false],
    ['acme/Magnum//acme', false],
    ['platform/Registration//shop', false],
    ['github/Repository/acme/shop', false],
    ['dns/Zone//example.org', false],
  ])('%s: %s', (object, has) => {
    expect(hasLiveObject(parseRoot(object))).toBe(has);
  });
});
