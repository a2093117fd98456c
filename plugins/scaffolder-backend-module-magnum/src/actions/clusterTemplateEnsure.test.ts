import { JsonObject } from '@backstage/types';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from '../__testUtils__/FakeAnswer';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { testOptions } from '../__testUtils__/testOptions';
import { createClusterTemplateEnsureAction } from './clusterTemplateEnsure';
import { examples } from './clusterTemplateEnsure.examples';

describe('magnum:cluster-template:ensure', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
  });

  afterEach(() => cloud.stop());

  function ensure(
    changes: JsonObject = {},
    context: Parameters<typeof runAction>[2] = {},
    authorizer = mockAuthorizer({ platform: true }),
  ) {
    const action = createClusterTemplateEnsureAction(
      testOptions(cloud, { authorizer }),
    );
    const input = {
      ...inputOf(examples[0]),
      image: 'ubuntu-v1.36.1',
      ...changes,
    };
    return runAction(action, input, context);
  }

  const made = () =>
    cloud.magnum.templates.filter(({ name }) => name === 'k8s-v1.36.2');

  it(`${examples[0].description}`, async () => {
    const { error, output } = await ensure();
    expect(error).toBeUndefined();
    expect(output).toEqual({
      outcome: 'created',
      clusterTemplateId: 'template-k8s-v1.36.2',
    });
    expect(made()).toMatchObject([
      {
        coe: 'kubernetes',
        image_id: 'ubuntu-v1.36.1',
        external_network_id: 'public',
        labels: { kube_tag: 'v1.36.2' },
      },
    ]);
    expect((await ensure()).output.outcome).toBe('unchanged');
    expect(cloud.writes).toEqual(['POST clustertemplates']);
  });

  it('changes one that nobody uses, and never one that is used', async () => {
    await ensure();
    const run = await ensure({ labels: { kube_tag: 'v1.36.3' } });
    expect(run.output.outcome).toBe('updated');
    expect(made()[0].labels).toEqual({ kube_tag: 'v1.36.3' });
    cloud.magnum.put({ cluster_template_id: made()[0].uuid });
    expect((await ensure()).error?.message).toBe(
      'Clusters were made after the cluster template k8s-v1.36.2 (shop-prod), so its labels cannot change; give the new version a new name',
    );
  });

  it('finds what was made although the answer was lost', async () => {
    cloud.disturb('POST clustertemplates', {
      done: true,
      answer: refusal(500, 'Oops'),
    });
    expect((await ensure()).output.outcome).toBe('created');
    expect(made()).toHaveLength(1);
  });

  it.each<[string, JsonObject, string]>([
    ['names without a version', { name: 'k8s' }, 'has no version in it'],
    ['names that are none', { name: 'K8s 1' }, 'The name "K8s 1" has to be'],
    ['images that there are not', { image: 'no' }, 'There is no image no'],
    ['images for no driver', { image: 'plain' }, 'has no property os_distro'],
    ['flavors that there are not', { flavor: 'no' }, 'There is no flavor no'],
    [
      'networks that lead nowhere',
      { externalNetwork: 'private' },
      'There is no external network private; there are: public',
    ],
    [
      'keypairs that there are not',
      { keypair: 'no' },
      'There is no keypair no',
    ],
  ])('refuses %s', async (_, changes, message) => {
    expect((await ensure(changes)).error?.message).toContain(message);
    expect(cloud.writes).toEqual([]);
  });

  it('refuses a name that several have', async () => {
    cloud.magnum.putTemplate({ name: 'k8s-v1.36.2', uuid: 'a' });
    cloud.magnum.putTemplate({ name: 'k8s-v1.36.2', uuid: 'b' });
    expect((await ensure()).error?.message).toContain('(a, b)');
  });

  it('prints the plan in a dry run', async () => {
    const { lines, output } = await ensure({}, { isDryRun: true });
    expect(lines[0]).toContain('Would make the cluster template k8s-v1.36.2');
    expect(output.outcome).toBe('planned');
    expect(cloud.writes).toEqual([]);
  });

  it('is for those who may write the platform', async () => {
    const { error } = await ensure({}, {}, mockAuthorizer());
    expect(error?.message).toContain('slipway.platform.write is missing');
    expect(cloud.requests).toEqual([]);
  });
});
