import fs from 'node:fs';
import { KubernetesObject, resources } from '../../client';
import { TestPlatform } from '../testing/TestPlatform';
import { workflow } from '../testing/workflow';
import { AutoscalingRunnerSet } from './types';

type Runner = KubernetesObject & { status?: Record<string, unknown> };
const NAMESPACE = 'arc-runners';

describe('startRunnerScaleSets', () => {
  let platform: TestPlatform;
  let releases = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start({ maxRunners: 2 });
  }, 30_000);
  afterAll(() => platform?.stop());

  const list = async (kind: keyof typeof resources) =>
    (await platform.hub.list<Runner>(resources[kind])).items;

  const scaleSet = () =>
    platform.hub.get<AutoscalingRunnerSet>(
      resources.autoscalingRunnerSets,
      'arc-default',
      NAMESPACE,
    );

  /** A workflow that waits until it is released. */
  function held(matrix = '[1]') {
    releases += 1;
    const file = `${platform.root}/release-${releases}`;
    const files = {
      '.github/workflows/test.yaml': `on: push
jobs:
  job:
    runs-on: arc-default
    strategy: { matrix: { n: ${matrix} } }
    steps: [{ run: 'while [ ! -f ${file} ]; do sleep 0.05; done' }]
`,
    };
    return { files, release: () => fs.writeFileSync(file, '') };
  }

  const busy = (count: number) =>
    platform.waitFor(async () => {
      const runners = await list('ephemeralRunners');
      const working = runners.filter(({ status }) => status?.jobId);
      return working.length === count && runners;
    });

  const noRunners = () =>
    platform.waitFor(async () => (await list('ephemeralRunners')).length === 0);

  it('registers the set and keeps a listener for it', async () => {
    const set = await platform.waitFor(async () => {
      const found = await scaleSet();
      return found?.status?.phase === 'Running' && found;
    });
    expect(set.metadata).toMatchObject({
      annotations: {
        'runner-scale-set-id': '1',
        'actions.github.com/runner-group-name': 'default',
        'actions.github.com/runner-scale-set-name': 'arc-default',
      },
      finalizers: ['autoscalingrunnerset.actions.github.com/finalizer'],
      labels: { 'actions.github.com/organization': 'acme' },
    });
    expect(set.status).toEqual({ phase: 'Running' });
    const [listener] = await list('autoscalingListeners');
    expect(listener).toMatchObject({
      metadata: {
        namespace: 'arc-systems',
        name: expect.stringMatching(/^arc-default-[0-9a-f]{8}-listener$/),
      },
      spec: { runnerScaleSetId: 1, minRunners: 0, maxRunners: 2 },
    });
    expect(listener.status).toBeUndefined();
    const pod = () =>
      platform.hub.get<Runner>(
        resources.pods,
        listener.metadata.name,
        'arc-systems',
      );
    expect(await pod()).toMatchObject({ status: { phase: 'Running' } });

    const { uid } = (await pod())!.metadata;
    await platform.hub.delete(resources.pods, listener.metadata.name, {
      namespace: 'arc-systems',
      gracePeriodSeconds: 0,
    });
    await platform.waitFor(async () => {
      const again = await pod();
      return again && again.metadata.uid !== uid;
    });
  }, 30_000);

  it('has one runner and pod per job, no more than allowed', async () => {
    const { files, release } = held('[1, 2, 3]');
    await platform.createRepository('three', files);
    const [runner] = await busy(2);
    const run = (await platform.runs('three'))[0];
    const jobs = await platform.jobs('three', run.id);
    expect(jobs.map(({ status }) => status).sort()).toEqual([
      'in_progress',
      'in_progress',
      'queued',
    ]);
    const job = jobs.find(
      ({ runner_name }) => runner_name === runner.metadata.name,
    )!;
    expect(runner.status).toMatchObject({
      phase: 'Running',
      ready: true,
      runnerName: runner.metadata.name,
      jobId: String(job.id),
      jobRepositoryName: 'acme/three',
      jobDisplayName: job.name,
      workflowRunId: run.id,
      jobWorkflowRef: 'acme/three/.github/workflows/test.yaml@refs/heads/main',
    });
    const pod = await platform.hub.get<Runner>(
      resources.pods,
      runner.metadata.name,
      NAMESPACE,
    );
    expect(pod).toMatchObject({
      metadata: {
        labels: { 'actions-ephemeral-runner': 'True' },
        ownerReferences: [{ kind: 'EphemeralRunner' }],
      },
      spec: { containers: [{ name: 'runner' }] },
      status: { phase: 'Running' },
    });
    const lines: string[] = [];
    const request = { namespace: NAMESPACE, pod: runner.metadata.name };
    for await (const line of platform.actions.podLogs(request)!) {
      lines.push(line);
    }
    expect(lines.join('')).toContain(`Running job: ${job.name}`);
    expect(
      platform.actions.podLogs({ namespace: 'default', pod: request.pod }),
    ).toBeUndefined();

    const runners = await platform.api('GET', '/orgs/acme/actions/runners');
    expect(runners.body.runners).toHaveLength(2);
    expect(runners.body.runners[0]).toMatchObject({
      busy: true,
      status: 'online',
      labels: [{ name: 'arc-default' }],
    });
    const id = runners.body.runners[0].id;
    expect(
      (await platform.api('GET', `/orgs/acme/actions/runners/${id}`)).status,
    ).toBe(200);
    await platform.waitFor(async () => {
      const [set] = await list('ephemeralRunnerSets');
      return (
        set.status?.currentReplicas === 2 &&
        (set.spec as { replicas: number }).replicas === 2
      );
    });

    release();
    expect(await platform.waitForRun('three')).toMatchObject({
      conclusion: 'success',
    });
    await noRunners();
    expect(
      (await platform.hub.list(resources.pods, { namespace: NAMESPACE })).items,
    ).toEqual([]);
    expect(
      (await platform.api('GET', '/orgs/acme/actions/runners')).body
        .total_count,
    ).toBe(0);
  }, 30_000);

  it('fails a job whose runner pod is deleted', async () => {
    await platform.createRepository('lost', workflow('- run: sleep 1000'));
    const [runner] = await busy(1);
    await platform.hub.delete(resources.pods, runner.metadata.name, {
      namespace: NAMESPACE,
    });
    const run = await platform.waitForRun('lost');
    expect(run.conclusion).toBe('failure');
    const [job] = await platform.jobs('lost', run.id);
    expect(await platform.log('lost', job.id)).toContain(
      'lost communication with the server',
    );
    await noRunners();
  }, 30_000);

  it('keeps idle runners and follows a change of the set', async () => {
    const patch = (spec: object) =>
      platform.hub.patch(
        resources.autoscalingRunnerSets,
        'arc-default',
        { spec },
        { namespace: NAMESPACE },
      );
    await patch({ minRunners: 1 });
    const [idle] = await platform.waitFor(async () => {
      const runners = await list('ephemeralRunners');
      return runners[0]?.status?.ready === true && runners;
    });
    expect(idle.status).toEqual({
      phase: 'Running',
      ready: true,
      runnerId: expect.any(Number),
      runnerName: idle.metadata.name,
    });
    await platform.createRepository('idle', workflow('- run: echo hi'));
    const run = await platform.waitForRun('idle');
    expect(await platform.jobs('idle', run.id)).toMatchObject([
      { runner_name: idle.metadata.name },
    ]);
    await patch({ minRunners: 0 });
    await noRunners();
  }, 30_000);

  it('leaves a set that GitHub refuses Pending, without listener', async () => {
    const good = (await scaleSet())!;
    await platform.hub.create(resources.autoscalingRunnerSets, {
      ...good,
      metadata: { name: 'bad', namespace: NAMESPACE },
      spec: {
        ...good.spec,
        runnerScaleSetName: 'bad',
        githubConfigSecret: 'none',
      },
      status: undefined,
    } as KubernetesObject);
    const bad = await platform.waitFor(async () => {
      const set = await platform.hub.get<AutoscalingRunnerSet>(
        resources.autoscalingRunnerSets,
        'bad',
        NAMESPACE,
      );
      return set?.status?.phase && set;
    });
    expect(bad.status).toEqual({ phase: 'Pending' });
    expect(bad.metadata).toMatchObject({
      annotations: { 'actions.github.com/change-hash': expect.any(String) },
      finalizers: ['autoscalingrunnerset.actions.github.com/finalizer'],
    });
    expect(bad.metadata.annotations).not.toHaveProperty('runner-scale-set-id');
    expect(await list('autoscalingListeners')).toHaveLength(1);
    await platform.hub.delete(resources.autoscalingRunnerSets, 'bad', {
      namespace: NAMESPACE,
    });
  }, 30_000);

  it('takes everything away with the set', async () => {
    await platform.hub.delete(resources.autoscalingRunnerSets, 'arc-default', {
      namespace: NAMESPACE,
    });
    await platform.waitFor(async () => !(await scaleSet()));
    for (const kind of [
      'autoscalingListeners',
      'ephemeralRunnerSets',
      'pods',
    ] as const) {
      expect(await list(kind)).toEqual([]);
    }
  }, 30_000);
});
