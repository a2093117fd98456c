import { JsonObject } from '@backstage/types';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from '../__testUtils__/FakeAnswer';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ownMarks } from '../__testUtils__/ownMarks';
import { testOptions, TestOptions } from '../__testUtils__/testOptions';
import { createNodegroupDeleteAction } from './nodegroupDelete';
import { examples as deleteExamples } from './nodegroupDelete.examples';
import { createNodegroupEnsureAction } from './nodegroupEnsure';
import { examples as ensureExamples } from './nodegroupEnsure.examples';

type Context = Parameters<typeof runAction>[2];

describe('node groups', () => {
  let cloud: FakeOpenStack;
  let cluster: MagnumCluster;
  let posting: string;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    cluster = cloud.magnum.put({ labels: ownMarks() });
    posting = `POST clusters/${cluster.uuid}/nodegroups`;
  });

  afterEach(() => cloud.stop());

  const groups = () => cloud.magnum.groups.get(cluster.uuid)!;
  const large = () => groups().find(({ name }) => name === 'large')!;

  function complete() {
    cloud.magnum.complete(cluster);
    groups().forEach(group => Object.assign(group, { status: 'X_COMPLETE' }));
  }

  describe('magnum:nodegroup:ensure', () => {
    function ensure(
      changes: JsonObject = {},
      overrides: TestOptions = {},
      context: Context = {},
    ) {
      const action = createNodegroupEnsureAction(testOptions(cloud, overrides));
      const input = { ...inputOf(ensureExamples[0]), cluster: cluster.uuid };
      return runAction(action, { ...input, ...changes }, context);
    }

    it(`${ensureExamples[0].description}`, async () => {
      const { error, lines, output } = await ensure();
      expect(error).toBeUndefined();
      expect(output.outcome).toBe('created');
      expect(large()).toMatchObject({
        node_count: 2,
        min_node_count: 1,
        max_node_count: 4,
        flavor_id: 'm1.large',
        merge_labels: true,
      });
      expect(lines).toEqual([
        'Making the node group large of the cluster shop-prod: 2 nodes of m1.large',
      ]);
    });

    it('finds and changes the one of that name', async () => {
      await ensure();
      complete();
      expect((await ensure()).output.outcome).toBe('unchanged');
      const run = await ensure({ maxNodeCount: 6, nodeCount: 6 });
      expect(run.error).toBeUndefined();
      expect(run.output.outcome).toBe('updated');
      expect(run.lines).toEqual([
        'Changing the bounds of the node group large: max_node_count 6',
        'Resizing large of the cluster shop-prod from 2 to 6 nodes',
      ]);
      expect(large()).toMatchObject({ node_count: 6, max_node_count: 6 });
    });

    it('waits for the end of what is in progress: one at a time', async () => {
      cloud.magnum.begin(cluster);
      const moments = [() => {}, () => {}, complete];
      const { error, lines } = await ensure({}, { moments });
      expect(error).toBeUndefined();
      expect(lines[0]).toContain('waiting for the end of it');
    });

    it('finds what was made although the answer was lost', async () => {
      cloud.disturb(posting, { done: true, answer: refusal(500, 'Oops') });
      const { error, output } = await ensure();
      expect(error).toBeUndefined();
      expect(output.outcome).toBe('created');
      expect(cloud.writes).toEqual([posting]);
    });

    it('fails when nothing was made', async () => {
      cloud.disturb(posting, { answer: refusal(500, 'Oops') });
      expect((await ensure()).error?.message).toContain('Oops');
    });

    it.each<[string, JsonObject, string]>([
      ['a name that is none', { name: 'Large' }, 'The name "Large" has to be'],
      [
        'bounds that do not fit',
        { nodeCount: 5 },
        '5 nodes are more than the greatest number, 4',
      ],
      [
        'too few',
        { nodeCount: 0 },
        '0 nodes are less than the least number, 1',
      ],
      [
        'a flavor that there is not',
        { flavor: 'gpu' },
        'There is no flavor gpu',
      ],
      [
        'more than there is room for',
        { nodeCount: 30, maxNodeCount: 30 },
        '120 vCPUs are needed, 36 are left',
      ],
    ])('refuses %s', async (_, changes, message) => {
      expect((await ensure(changes)).error?.message).toContain(message);
      expect(cloud.writes).toEqual([]);
    });

    it('does not change what cannot change, nor what never came to be', async () => {
      const group = cloud.magnum.putGroup(cluster, {
        name: 'large',
        status: 'CREATE_COMPLETE',
      });
      expect((await ensure()).error?.message).toContain(
        'has the flavor m1.medium, which cannot become m1.large',
      );
      Object.assign(group, { status: 'CREATE_FAILED', status_reason: 'No' });
      expect((await ensure()).error?.message).toContain(
        'is CREATE_FAILED (No); delete it, then make it again',
      );
      expect(cloud.writes).toEqual([]);
    });

    it('prints the plan in a dry run', async () => {
      const run = await ensure({}, {}, { isDryRun: true });
      expect(run.output.outcome).toBe('planned');
      expect(run.lines[0]).toContain('Would make the node group large');
      cloud.magnum.putGroup(cluster, { name: 'more', status: 'X_COMPLETE' });
      const changes = { name: 'more', flavor: 'm1.medium' };
      const change = await ensure(changes, {}, { isDryRun: true });
      expect(change.output.outcome).toBe('planned');
      expect(change.lines[1]).toContain('Would resize more');
      expect(cloud.writes).toEqual([]);
    });

    it('is for those to whom the cluster belongs', async () => {
      const authorizer = mockAuthorizer({ denied: true });
      expect((await ensure({}, { authorizer })).error?.message).toContain(
        'slipway.cluster.update is missing',
      );
    });
  });

  describe('magnum:nodegroup:delete', () => {
    function remove(
      changes: JsonObject = {},
      overrides: TestOptions = {},
      context: Context = {},
    ) {
      const action = createNodegroupDeleteAction(testOptions(cloud, overrides));
      const input = { ...inputOf(deleteExamples[0]), cluster: cluster.uuid };
      return runAction(action, { ...input, ...changes }, context);
    }

    const gone = () => groups().splice(2, 1);

    it(`${deleteExamples[0].description}`, async () => {
      cloud.magnum.putGroup(cluster, { name: 'large', node_count: 2 });
      const moments = [() => {}, () => {}, gone];
      const { error, lines, output } = await remove({}, { moments });
      expect(error).toBeUndefined();
      expect(output.outcome).toBe('deleted');
      expect(lines).toEqual([
        'Deleting the node group large of the cluster shop-prod with 2 nodes',
        'Node group large: DELETE_IN_PROGRESS (0 s)',
        'The node group large is gone',
      ]);
      expect((await remove()).output.outcome).toBe('absent');
    });

    it('refuses groups that were made with the cluster, and without the name', async () => {
      const workers = { name: 'default-worker', confirm: 'default-worker' };
      expect((await remove(workers)).error?.message).toBe(
        'default-worker was made with the cluster shop-prod and goes only with it',
      );
      cloud.magnum.putGroup(cluster, { name: 'large' });
      expect((await remove({ confirm: 'small' })).error?.message).toContain(
        'has to be typed again',
      );
      expect(cloud.writes).toEqual([]);
    });

    it('says why it fails', async () => {
      const group = cloud.magnum.putGroup(cluster, { name: 'large' });
      const fail = () =>
        Object.assign(group, {
          status: 'DELETE_FAILED',
          status_reason: 'In use',
          updated_at: 'later',
        });
      const moments = [() => {}, () => {}, fail];
      expect((await remove({}, { moments })).error?.message).toBe(
        'Node group large: DELETE_FAILED, In use',
      );
    });

    it('only shows what would go in a dry run', async () => {
      cloud.magnum.putGroup(cluster, { name: 'large' });
      const { lines, output } = await remove({}, {}, { isDryRun: true });
      expect(output.outcome).toBe('planned');
      expect(lines[0]).toContain('Would delete the node group large');
      expect(cloud.writes).toEqual([]);
    });
  });
});
