import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import {
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { FakeRepository } from '../__testUtils__/FakeRepository';
import { serviceFiles } from '../__testUtils__/serviceFiles';
import { testOptions } from '../__testUtils__/testOptions';
import { createManifestApplyAction } from './manifestApply';

const SERVICE = {
  name: 'shop',
  owner: 'group:default/storefront',
  repository: 'acme/shop',
};
const PLACES = [
  { name: 'dev', cluster: 'dev-1', zone: 'dev-1.example.org' },
  { name: 'staging', cluster: 'dev-1', zone: 'dev-1.example.org' },
  { name: 'prod' },
];

describe('gitops:manifest:apply', () => {
  let github: FakeGithub;
  let platform: FakeRepository;
  let lines: string[];

  beforeEach(async () => {
    github = await FakeGithub.start();
    platform = github.create('acme/platform');
    platform.push({ 'README.md': 'The platform\n' });
    github.create('acme/shop').push(serviceFiles('shop'));
    github.create('acme/ledger').push(serviceFiles('ledger', 'payments'));
    const { 'catalog-info.yaml': described } = serviceFiles('bare');
    github.create('acme/bare').push({ 'catalog-info.yaml': described });
  });

  afterEach(() => github.stop());

  async function attempt(
    input: JsonObject = { service: SERVICE, environments: PLACES },
    overrides: Parameters<typeof testOptions>[1] = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const action = createManifestApplyAction(testOptions(github, overrides));
    const run = await runAction(action, input, context);
    lines = run.lines;
    return run;
  }

  async function apply(...args: Parameters<typeof attempt>) {
    const { error, output } = await attempt(...args);
    if (error) {
      throw error;
    }
    return output;
  }

  it('writes all that a service needs with one commit', async () => {
    const output = await apply();
    expect(output.outcome).toBe('committed');
    expect(output.commit).toBe(platform.branches.get('main'));
    const files = platform.files();
    expect(Object.keys(files).sort()).toEqual(
      [
        'CODEOWNERS',
        'README.md',
        'argocd/applications/shop-dev.yaml',
        'argocd/applications/shop-prod.yaml',
        'argocd/applications/shop-staging.yaml',
        'argocd/projects/storefront.yaml',
        ...['dev', 'prod', 'staging'].flatMap(environment =>
          [
            'config.env',
            'kustomization.yaml',
            'network-policy.yaml',
            'quota.yaml',
            'version/kustomization.yaml',
          ].map(name => `services/shop/${environment}/${name}`),
        ),
        'services/shop/service.yaml',
      ].sort(),
    );
    expect(parse(files['services/shop/service.yaml'])).toEqual({
      name: 'shop',
      owner: 'storefront',
      repository: 'acme/shop',
    });
    expect(parse(files['argocd/applications/shop-dev.yaml'])).toMatchObject({
      kind: 'Application',
      metadata: {
        name: 'shop-dev',
        namespace: 'argocd',
        labels: { 'slipway.dev/owner': 'storefront' },
      },
      spec: {
        project: 'storefront',
        source: {
          repoURL: `${github.url}/acme/platform.git`,
          path: 'services/shop/dev',
        },
        destination: { name: 'dev-1', namespace: 'shop-dev' },
      },
    });
    expect(parse(files['argocd/applications/shop-prod.yaml'])).toMatchObject({
      kind: 'ApplicationSet',
      spec: {
        generators: [
          {
            clusters: {
              selector: { matchLabels: { 'slipway.dev/stage': 'prod' } },
            },
          },
        ],
        template: { metadata: { name: 'shop-prod' } },
      },
    });
    expect(platform.message()).toBe('Register the service shop of storefront');
  });

  it('changes nothing the second time and says so', async () => {
    await apply();
    const head = platform.branches.get('main');
    const writes = github.writes.length;
    expect(await apply()).toMatchObject({ outcome: 'unchanged', commit: head });
    expect(github.writes).toHaveLength(writes);
    expect(lines.at(-1)).toContain('nothing to change');
  });

  it('shows drift as a diff, puts it right, and leaves what is configured', async () => {
    await apply();
    const before = platform.files();
    const quota = 'services/shop/dev/quota.yaml';
    const mine = {
      'services/shop/dev/config.env': 'GREETING=hi\n',
      'services/shop/dev/kustomization.yaml': '# mine\n',
      'services/shop/dev/version/kustomization.yaml': '# a version\n',
    };
    platform.push({
      ...mine,
      [quota]: before[quota].replace('pods: "20"', 'pods: "2000"'),
    });
    expect(await apply()).toMatchObject({ outcome: 'committed' });
    expect(platform.files()).toEqual({ ...before, ...mine });
    expect(lines.join('\n')).toContain('-    pods: "2000"\n+    pods: "20"');
  });

  it('gives a service its host once its environment has a cluster', async () => {
    const file = 'services/shop/prod/kustomization.yaml';
    await apply();
    expect(platform.files()[file]).not.toContain('value:');
    const prod = {
      name: 'prod',
      cluster: 'prod-1',
      zone: 'prod-1.example.org',
    };
    await apply({
      service: SERVICE,
      environments: [...PLACES.slice(0, 2), prod],
    });
    expect(platform.files()[file]).toContain(
      'value: shop-prod.prod-1.example.org',
    );
  });

  it('adds the second service of a team to its project', async () => {
    await apply();
    github.create('acme/cart').push(serviceFiles('cart'));
    const cart = { ...SERVICE, name: 'cart', repository: 'acme/cart' };
    await apply({ service: cart, environments: PLACES });
    const project = parse(platform.files()['argocd/projects/storefront.yaml']);
    expect(project.spec.destinations).toEqual([
      { name: 'dev-1', namespace: 'cart-dev' },
      { name: '*', namespace: 'cart-prod' },
      { name: 'dev-1', namespace: 'cart-staging' },
      { name: 'dev-1', namespace: 'shop-dev' },
      { name: '*', namespace: 'shop-prod' },
      { name: 'dev-1', namespace: 'shop-staging' },
    ]);
    expect(project.spec.clusterResourceWhitelist).toContainEqual({
      group: '',
      kind: 'Namespace',
      name: 'cart-prod',
    });
    expect(project.spec.namespaceResourceBlacklist).toContainEqual({
      group: 'rbac.authorization.k8s.io',
      kind: 'RoleBinding',
    });
    expect(await apply()).toMatchObject({ outcome: 'unchanged' });
  });

  it('keeps an ApplicationSet when its cluster has come', async () => {
    await apply();
    const everywhere = PLACES.map(place => ({ ...place, cluster: 'dev-1' }));
    await apply({ service: SERVICE, environments: everywhere });
    const { kind } = parse(
      platform.files()['argocd/applications/shop-prod.yaml'],
    );
    expect(kind).toBe('ApplicationSet');
  });

  it('does it again on top of what somebody else pushed meanwhile', async () => {
    let pushes = 0;
    platform.beforeUpdate = () => {
      pushes += 1;
      if (pushes === 1) {
        platform.push({ 'other.txt': 'theirs' });
      }
    };
    expect(await apply()).toMatchObject({ outcome: 'committed' });
    expect(platform.files()).toMatchObject({ 'other.txt': 'theirs' });
    expect(lines).toContainEqual(expect.stringContaining('moved meanwhile'));
  });

  it('loses a race for a name without a trace', async () => {
    platform.beforeUpdate = () => {
      platform.push({
        'services/shop/service.yaml':
          'name: shop\nowner: payments\nrepository: acme/shop\n',
      });
    };
    await expect(apply()).rejects.toThrow(
      'The name shop is taken: it is a service of payments with the repository acme/shop',
    );
    expect(Object.keys(platform.files())).toEqual([
      'README.md',
      'services/shop/service.yaml',
    ]);
  });

  it('prints the plan in a dry run', async () => {
    const output = await apply(undefined, {}, { isDryRun: true });
    expect(output.outcome).toBe('planned');
    expect(github.writes).toEqual([]);
    expect(lines.join('\n')).toContain(
      'Would create services/shop/service.yaml',
    );
  });

  it('ends with the signal', async () => {
    const signal = AbortSignal.abort(new Error('cancelled by the user'));
    await expect(apply(undefined, {}, { signal })).rejects.toThrow('cancelled');
    expect(github.writes).toEqual([]);
  });

  it.each([
    [
      'a name that is none',
      { service: { ...SERVICE, name: 'My Shop' } },
      {},
      'cannot be the name of a service',
    ],
    [
      'an owner that is no group',
      { service: { ...SERVICE, owner: 'user:default/x' } },
      {},
      'is not a group',
    ],
    [
      'another group',
      { service: { ...SERVICE, owner: 'payments' } },
      {},
      'does not belong to group:default/payments',
    ],
    [
      'no permission',
      { service: SERVICE },
      { authorizer: mockAuthorizer({ denied: true }) },
      'slipway.service.create is missing',
    ],
    [
      'no environments',
      { service: SERVICE },
      { environments: [] },
      'No environment is configured',
    ],
    [
      'an unknown environment',
      { service: SERVICE, environments: [{ name: 'qa' }] },
      {},
      'There is no environment qa',
    ],
    [
      'no deploy folder',
      { service: { ...SERVICE, name: 'bare', repository: 'acme/bare' } },
      {},
      'acme/bare has no deploy/kustomization.yaml; a service says there how it is deployed',
    ],
    [
      'no repository',
      { service: { ...SERVICE, repository: 'acme/none' } },
      {},
      'The repository acme/none is absent, or the integration may not see it; push',
    ],
    [
      'the repository of another team',
      { service: { ...SERVICE, name: 'ledger', repository: 'acme/ledger' } },
      {},
      'acme/ledger exists already and is not the service ledger of storefront',
    ],
    ['neither service nor files', {}, {}, 'Give either service or sourcePath'],
    [
      'files by a developer',
      { sourcePath: 'x' },
      {},
      'slipway.platform.write is missing',
    ],
  ])(
    'refuses %s before the first change',
    async (_, input, overrides, message) => {
      await expect(apply(input, overrides)).rejects.toThrow(message);
      expect(github.writes).toEqual([]);
    },
  );
});
