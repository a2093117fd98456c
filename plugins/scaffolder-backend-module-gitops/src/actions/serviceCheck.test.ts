import { ComponentEntity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  inputOf,
  mockAuthorizer,
  runAction,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { FakeRepository } from '../__testUtils__/FakeRepository';
import { testOptions } from '../__testUtils__/testOptions';
import { NameClaims } from '../claims';
import { createServiceCheckAction } from './serviceCheck';
import { examples } from './serviceCheck.examples';

const RECORD = 'services/shop/service.yaml';

describe('gitops:service:check', () => {
  let github: FakeGithub;
  let platform: FakeRepository;
  let tasks = 0;

  beforeEach(async () => {
    github = await FakeGithub.start();
    platform = github.create('acme/platform');
    platform.push({ 'README.md': 'The platform\n' });
  });

  afterEach(() => github.stop());

  async function check(
    changes: JsonObject = {},
    overrides: Parameters<typeof testOptions>[1] = {},
  ) {
    const { host } = new URL(github.url);
    const input = {
      ...inputOf(examples[0]),
      repoUrl: `${host}?owner=acme&repo=shop`,
      ...changes,
    };
    const action = createServiceCheckAction(testOptions(github, overrides));
    tasks += 1;
    const run = await runAction(action, input, {
      task: { id: `task-${tasks}` },
    });
    expect(github.writes).toEqual([]);
    return run;
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output } = await check();
    expect(error).toBeUndefined();
    expect(lines).toEqual(['The name shop is free']);
    expect(output).toEqual({
      owner: 'storefront',
      ownerTeam: 'acme/storefront',
      repository: 'acme/shop',
      repositoryName: 'shop',
      repositoryUrl: `${github.url}/acme/shop`,
      catalogInfoUrl: `${github.url}/acme/shop/blob/main/catalog-info.yaml`,
      repositoryState: 'absent',
      imageRegistry: 'registry.example.org',
      registered: false,
      platformRepository: 'acme/platform',
      platformUrl: `${github.url}/acme/platform`,
    });
  });

  it('finds what an earlier try has made', async () => {
    const shop = github.create('acme/shop');
    expect((await check()).output.repositoryState).toBe('empty');
    shop.push({ 'catalog-info.yaml': catalogInfo('storefront') });
    platform.push({ [RECORD]: record('storefront') });
    const { lines, output } = await check(
      {},
      { catalog: catalogOf(component('storefront')) },
    );
    expect(output).toMatchObject({
      repositoryState: 'complete',
      registered: true,
    });
    expect(lines).toEqual([
      'shop of storefront is there already (repository: complete, catalog: registered); only what is missing will be made',
    ]);
  });

  it('refuses a name that is taken in the platform repository', async () => {
    platform.push({ [RECORD]: record('payments') });
    expect((await check()).error?.message).toContain(
      'The name shop is taken: it is a service of payments',
    );
  });

  it('refuses a name that is taken on GitHub', async () => {
    const shop = github.create('acme/shop');
    for (const text of [catalogInfo('payments'), ': {', 'kind: x\n']) {
      shop.push({ 'catalog-info.yaml': text });
      expect((await check()).error?.message).toBe(
        'The repository acme/shop exists already and is not the service shop of storefront. Choose another name',
      );
    }
  });

  it('refuses an empty repository of another team', async () => {
    github.create('acme/shop').teams = ['payments'];
    expect((await check()).error?.message).toBe(
      'The repository acme/shop exists already, empty, and the team storefront has no access to it. Choose another name, or give the team access',
    );
  });

  describe('two tasks at once', () => {
    const WAITING =
      'Another task is creating shop or acme/shop; waiting for what becomes of it';

    async function second(meanwhile: () => void) {
      const clock = steppingClock();
      const { sleep } = clock;
      clock.sleep = async (milliseconds, signal) => {
        meanwhile();
        await sleep(milliseconds, signal);
      };
      const overrides = { clock, claims: NameClaims.create(clock) };
      await check({}, overrides);
      return check({}, overrides);
    }

    it('the second takes over what the first has made', async () => {
      const moments = [
        () => (github.create('acme/shop').teams = []),
        () => (github.repositories.get('acme/shop')!.teams = ['storefront']),
        () =>
          github.repositories
            .get('acme/shop')!
            .push({ 'catalog-info.yaml': catalogInfo('storefront') }),
      ];
      const { lines, output } = await second(() => moments.shift()?.());
      expect(lines[0]).toBe(WAITING);
      expect(output.repositoryState).toBe('complete');
    });

    it('the second hears that the name is gone', async () => {
      const { error } = await second(() =>
        platform.push({ [RECORD]: record('payments') }),
      );
      expect(error?.message).toContain('The name shop is taken');
    });

    it('the second begins when nothing comes of the first', async () => {
      const { lines, output } = await second(() => {});
      expect(lines).toEqual([WAITING, 'The name shop is free']);
      expect(output.repositoryState).toBe('absent');
    });
  });

  it('refuses a name that is taken in the catalog', async () => {
    const { error } = await check(
      {},
      { catalog: catalogOf(component('payments')) },
    );
    expect(error?.message).toContain(
      'the catalog has component:default/shop of payments',
    );
  });

  it.each([
    ['an invalid name', { name: 'Shop!' }, 'cannot be the name of a service'],
    ['a foreign group', { owner: 'group:default/payments' }, 'does not belong'],
    ['another host', { repoUrl: 'github.com?owner=a&repo=b' }, 'must be on'],
    ['no repository', { repoUrl: 'github.com' }, 'does not name a repository'],
  ])('refuses %s', async (_, changes, message) => {
    expect((await check(changes)).error?.message).toContain(message);
  });

  it('refuses an owner that the catalog does not know', async () => {
    const { error } = await check(
      { owner: 'group:default/nobody' },
      { authorizer: mockAuthorizer({ platform: true }) },
    );
    expect(error?.message).toBe(
      'The catalog does not know the owner group:default/nobody',
    );
  });
});

function record(owner: string): string {
  return `name: shop\nowner: ${owner}\nrepository: acme/shop\n`;
}

function catalogInfo(owner: string): string {
  return `kind: Component\nmetadata:\n  name: shop\nspec:\n  owner: group:default/${owner}\n`;
}

function catalogOf(entity: ComponentEntity) {
  const group = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'storefront', namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
  return catalogServiceMock({ entities: [group, entity] });
}

function component(owner: string): ComponentEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'shop',
      namespace: 'default',
      annotations: { 'github.com/project-slug': 'acme/shop' },
    },
    relations: [
      { type: RELATION_OWNED_BY, targetRef: `group:default/${owner}` },
    ],
    spec: { type: 'service', lifecycle: 'experimental', owner },
  };
}
