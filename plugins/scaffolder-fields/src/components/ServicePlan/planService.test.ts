import { planService } from './planService';

const environments = ['dev', 'prod'].map(name => ({
  name,
  namespacePattern: '{service}-{environment}',
}));

describe('planService', () => {
  it('lists what will be made', () => {
    expect(
      planService({
        name: 'shop',
        owner: 'group:default/storefront',
        repoUrl: 'git.example.org:8443?owner=acme&repo=shop-code',
        environments,
      }),
    ).toEqual([
      'Private repository git.example.org:8443/acme/shop-code with a first version and its pipeline; the team storefront may push',
      'services/shop/ in the platform repository, and an Argo CD Application per environment in the project of storefront',
      'dev: namespace shop-dev, where the first version answers under a hostname with a certificate',
      'prod: namespace shop-prod, empty until a version is promoted to it',
      'Component shop in the catalog, owned by storefront',
    ]);
  });

  it('says nothing before it knows', () => {
    expect(planService({ name: 'shop', environments })).toEqual([]);
  });
});
