import { JsonObject } from '@backstage/types';
import {
  inputOf,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { KubernetesObject } from '../hubs';
import { FakeHub } from '../__testUtils__/FakeHub';
import { GIT_TOKEN, testOptions } from '../__testUtils__/testOptions';
import { createRepositoryEnsureAction } from './repositoryEnsure';
import { examples } from './repositoryEnsure.examples';

const SHOP = 'https://git.example.org/acme/shop';

interface Secret extends KubernetesObject {
  data: Record<string, string>;
}

describe('argocd:repository:ensure', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  async function ensure(
    changes: JsonObject = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const action = createRepositoryEnsureAction(testOptions(hub));
    const input = { ...inputOf(examples[0]), repositoryUrl: SHOP, ...changes };
    const run = await runAction(action, input, context);
    const said = JSON.stringify([run.lines, run.output, run.error?.message]);
    expect(said).not.toContain(GIT_TOKEN);
    return run;
  }

  function secrets(): { data: Record<string, string>; secret: Secret }[] {
    return [...hub.objects.values()].map(object => {
      const secret = object as Secret;
      const data = Object.entries(secret.data).map(([key, value]) => [
        key,
        Buffer.from(value, 'base64').toString(),
      ]);
      return { secret, data: Object.fromEntries(data) };
    });
  }

  it(`${examples[0].description}`, async () => {
    const { error, output } = await ensure();
    expect(error).toBeUndefined();
    expect(output).toEqual({ outcome: 'created' });
    const [{ data, secret }] = secrets();
    expect(data).toEqual({
      type: 'git',
      url: `${SHOP}.git`,
      username: 'x-access-token',
      password: GIT_TOKEN,
      project: 'storefront',
    });
    expect(secret.metadata.labels).toMatchObject({
      'argocd.argoproj.io/secret-type': 'repository',
    });
    expect(hub.writes[0]).toMatchObject({
      contentType: 'application/apply-patch+yaml',
      query: { fieldManager: 'slipway', force: 'true' },
    });
  });

  it('changes nothing the second time and says so', async () => {
    await ensure();
    const { lines, output } = await ensure({ repositoryUrl: `${SHOP}.git` });
    expect(output.outcome).toBe('unchanged');
    expect(lines).toEqual([
      `The hub platform knows ${SHOP}.git already; nothing to change`,
    ]);
    expect(hub.writes).toHaveLength(1);
  });

  it('renews credentials that are not the configured ones any more', async () => {
    await ensure();
    const [{ secret }] = secrets();
    secret.data.password = Buffer.from('old').toString('base64');
    expect((await ensure()).output.outcome).toBe('updated');
    expect(secrets()).toHaveLength(1);
    expect(secrets()[0].data.password).toBe(GIT_TOKEN);
  });

  it('leaves what somebody else registered as it is', async () => {
    hub.put({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'by-hand',
        labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      },
      data: {
        url: Buffer.from('https://git.example.org/acme/platform').toString(
          'base64',
        ),
      },
    });
    const { lines, output } = await ensure({
      repositoryUrl: 'https://git.example.org/acme/platform',
    });
    expect(output.outcome).toBe('unchanged');
    expect(lines[0]).toContain('Secret by-hand, made by somebody else');
    expect(hub.writes).toEqual([]);
  });

  it('gives the platform repository to every project', async () => {
    await ensure({ repositoryUrl: 'https://git.example.org/acme/platform' });
    expect(secrets()[0].data).not.toHaveProperty('project');
  });

  it('writes nothing in a dry run', async () => {
    const { lines, output } = await ensure({}, { isDryRun: true });
    expect(output.outcome).toBe('planned');
    expect(lines).toEqual([
      `Register ${SHOP}.git at the hub platform: would be done`,
    ]);
    expect(hub.writes).toEqual([]);
  });

  it('finishes when the hub comes back', async () => {
    hub.failures = 4;
    expect((await ensure()).output.outcome).toBe('created');
  });

  it('refuses what nothing in the configuration opens', async () => {
    const { error } = await ensure({
      repositoryUrl: 'https://elsewhere.example.org/a/b',
    });
    expect(error?.message).toContain('Nothing in the configuration opens');
  });

  it('refuses a foreign group', async () => {
    const { error } = await ensure({ owner: 'payments' });
    expect(error?.message).toContain('does not belong to');
    expect(hub.requests).toEqual([]);
  });
});
