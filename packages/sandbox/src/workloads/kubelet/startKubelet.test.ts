import { once } from 'node:events';
import fs from 'node:fs';
import { IncomingMessage } from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { resources } from '../../client';
import { deploymentManifest } from '../testing/manifests';
import { startTestCluster, TestCluster } from '../testing/startTestCluster';
import { Container, ContainerState, Pod, PodSpec } from '../types';

const NAMESPACE = 'shop-dev';

// Processes start slowly where many tests share two cores.
jest.setTimeout(30_000);

describe('startKubelet', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.stop());

  async function createPod(
    name: string,
    container: Partial<Container>,
    spec: Partial<PodSpec> = {},
  ): Promise<void> {
    await cluster.client.create<Pod>(resources.pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: NAMESPACE },
      spec: {
        terminationGracePeriodSeconds: 5,
        containers: [{ name: 'app', image: 'set-below', ...container }],
        ...spec,
      },
    });
  }

  const untilState = (
    name: string,
    isSo: (state: ContainerState, pod: Pod) => unknown,
  ) =>
    cluster.until<Pod>(resources.pods, name, pod => {
      const status = pod?.status?.containerStatuses?.[0];
      return Boolean(status && isSo(status.state, pod!));
    });

  async function logsOf(
    pod: string,
    options: {
      previous?: boolean;
      follow?: boolean;
      tailLines?: number;
      timestamps?: boolean;
    } = {},
  ): Promise<string> {
    let all = '';
    const lines = cluster.workloads.podLogs({
      namespace: NAMESPACE,
      pod,
      container: 'app',
      signal: new AbortController().signal,
      ...options,
    });
    for await (const line of lines) {
      all += line;
    }
    return all;
  }

  it('lets a crashing container wait, longer each time, with its last words', async () => {
    const image = cluster.images.add(
      'crash',
      `console.error('config: PAYMENT_URL is not set'); process.exit(3);`,
    );
    await createPod('crash', {
      image,
      terminationMessagePolicy: 'FallbackToLogsOnError',
    });
    const pod = await untilState(
      'crash',
      (state, { status }) =>
        state.waiting?.reason === 'CrashLoopBackOff' &&
        status!.containerStatuses![0].restartCount >= 2,
    );
    const [status] = pod.status!.containerStatuses!;
    expect(status.state.waiting?.message).toBe(
      `back-off 400ms restarting failed container=app pod=crash_shop-dev(${pod.metadata.uid})`,
    );
    expect(status.lastState.terminated).toMatchObject({
      exitCode: 3,
      reason: 'Error',
      message: 'config: PAYMENT_URL is not set\n',
    });
    expect(pod.status).toMatchObject({ phase: 'Running' });
    expect(pod.status!.conditions).toContainEqual(
      expect.objectContaining({
        type: 'Ready',
        status: 'False',
        reason: 'ContainersNotReady',
        message: 'containers with unready status: [app]',
      }),
    );
    // It may run again by now: then until its end.
    expect(await logsOf('crash', { follow: true })).toBe(
      'config: PAYMENT_URL is not set\n',
    );
    expect(await logsOf('crash', { previous: true })).toBe(
      'config: PAYMENT_URL is not set\n',
    );
    await cluster.untilEvent(
      'crash',
      `BackOff: Back-off restarting failed container app in pod crash_shop-dev(${pod.metadata.uid})`,
    );
  });

  it('says what containerd says about an image that is not there', async () => {
    const image = `registry.slipway.localhost/acme/shop@sha256:${'0'.repeat(
      64,
    )}`;
    await createPod('pull', { image });
    const pod = await untilState(
      'pull',
      state => state.waiting?.reason === 'ImagePullBackOff',
    );
    expect(pod.status!.phase).toBe('Pending');
    expect(pod.status!.containerStatuses![0].state.waiting!.message).toBe(
      `Back-off pulling image "${image}": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
    );
    await expect(logsOf('pull')).rejects.toThrow(
      'container "app" in pod "pull" is waiting to start: ImagePullBackOff',
    );
  });

  it('waits for configuration that is missing, and goes on when it is there', async () => {
    const image = cluster.images.add(
      'config',
      `console.log(process.env.MODE + ' ' + process.env.TOKEN); setInterval(() => {}, 1000);`,
    );
    await createPod('config', {
      image,
      env: [
        {
          name: 'MODE',
          valueFrom: { configMapKeyRef: { name: 'settings', key: 'mode' } },
        },
      ],
      envFrom: [{ secretRef: { name: 'credentials' } }],
    });
    const waitingFor = (message: string) =>
      untilState(
        'config',
        state =>
          state.waiting?.reason === 'CreateContainerConfigError' &&
          state.waiting.message === message,
      );
    await waitingFor('secret "credentials" not found');
    await cluster.client.create(resources.secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'credentials', namespace: NAMESPACE },
      data: { TOKEN: Buffer.from('secret').toString('base64') },
    });
    await waitingFor('configmap "settings" not found');
    await cluster.client.create(resources.configMaps, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: NAMESPACE },
      data: { other: 'x' },
    });
    await waitingFor("couldn't find key mode in ConfigMap shop-dev/settings");
    await cluster.client.patch(
      resources.configMaps,
      'settings',
      { data: { mode: 'fast' } },
      { namespace: NAMESPACE },
    );
    await untilState('config', state => state.running);
    const lines = cluster.workloads.podLogs({
      namespace: NAMESPACE,
      pod: 'config',
      container: 'app',
      follow: true,
      signal: new AbortController().signal,
    });
    for await (const line of lines) {
      expect(line).toBe('fast secret\n');
      break;
    }
  });

  it('refuses a program that the image does not hold', async () => {
    const image = cluster.images.add('node-only', '');
    await createPod('python', { image, command: ['python3', 'app.py'] });
    const pod = await untilState(
      'python',
      state => state.waiting?.reason === 'CrashLoopBackOff',
    );
    expect(
      pod.status!.containerStatuses![0].lastState.terminated,
    ).toMatchObject({
      exitCode: 128,
      reason: 'StartError',
      message: expect.stringContaining(
        'exec: "python3": executable file not found in $PATH: unknown',
      ),
    });
  });

  it('restarts a container that fails its liveness probe, and says so', async () => {
    const image = cluster.images.add(
      'sick',
      `const http = require('node:http');
       const since = Date.now();
       http.createServer((request, response) => {
         response.statusCode = request.url === '/live' && Date.now() - since > 500 ? 500 : 200;
         response.end();
       }).listen(8080);`,
    );
    await createPod('sick', {
      image,
      livenessProbe: {
        httpGet: { path: '/live', port: 8080 },
        periodSeconds: 1,
        failureThreshold: 1,
      },
    });
    const pod = await untilState(
      'sick',
      (state, { status }) =>
        state.running && status!.containerStatuses![0].restartCount > 0,
    );
    expect(
      pod.status!.containerStatuses![0].lastState.terminated!.exitCode,
    ).toBe(143);
    await cluster.untilEvent(
      'sick',
      'Unhealthy: Liveness probe failed: HTTP probe failed with statuscode: 500',
    );
    await cluster.untilEvent(
      'sick',
      'Killing: Container app failed liveness probe, will be restarted',
    );
  });

  it('is not ready while the readiness probe fails, in the words of Go', async () => {
    const image = cluster.images.add('deaf', `setInterval(() => {}, 1000);`);
    await createPod('deaf', {
      image,
      readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
    });
    const pod = await untilState('deaf', state => state.running);
    expect(pod.status!.containerStatuses![0].ready).toBe(false);
    await cluster.untilEvent(
      'deaf',
      `Unhealthy: Readiness probe failed: dial tcp ${
        pod.status!.podIP
      }:8080: connect: connection refused`,
    );
  });

  it('ends a deleted pod gracefully and removes what it left', async () => {
    const image = cluster.images.add(
      'polite',
      `process.on('SIGTERM', () => { console.log('bye'); process.exit(0); });
       setInterval(() => {}, 1000);
       console.log('hello');`,
    );
    await createPod('polite', { image });
    const { metadata } = await untilState('polite', state => state.running);
    const lines: string[] = [];
    const reading = (async () => {
      for await (const line of cluster.workloads.podLogs({
        namespace: NAMESPACE,
        pod: 'polite',
        container: 'app',
        follow: true,
        signal: new AbortController().signal,
      })) {
        lines.push(line);
        if (line === 'hello\n') {
          await cluster.client.delete(resources.pods, 'polite', {
            namespace: NAMESPACE,
          });
        }
      }
    })();
    await cluster.until<Pod>(resources.pods, 'polite', pod => !pod);
    await reading;
    expect(lines).toEqual(['hello\n', 'bye\n']);
    await cluster.untilEvent('polite', 'Killing: Stopping container app');
    expect(
      fs.readdirSync(path.join(cluster.folder, 'workloads', 'pods')),
    ).not.toContain(metadata.uid);
  });

  it('runs a pod to its end where it shall not be restarted', async () => {
    const image = cluster.images.add('task', `console.log('done');`);
    await createPod('task', { image }, { restartPolicy: 'Never' });
    const pod = await cluster.until<Pod>(
      resources.pods,
      'task',
      p => p?.status?.phase === 'Succeeded',
    );
    expect(pod.status!.containerStatuses![0].state.terminated).toMatchObject({
      exitCode: 0,
      reason: 'Completed',
    });
    expect(await logsOf('task', { timestamps: true })).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z done\n$/,
    );
  });

  it('gives its logs to the API server, and refuses with its status', async () => {
    const image = cluster.images.add('talk', `console.log('one\\ntwo');`);
    await createPod('talk', { image }, { restartPolicy: 'Never' });
    await untilState('talk', state => state.terminated);
    const url = `/api/v1/namespaces/${NAMESPACE}/pods/talk/log`;
    const [response] = (await once(
      https.get(`${cluster.api.url}${url}?tailLines=1`, {
        ca: cluster.api.caPem,
        headers: { authorization: 'Bearer t' },
        agent: false,
      }),
      'response',
    )) as [IncomingMessage];
    expect(await text(response)).toBe('two\n');
    await expect(
      cluster.client.request(url, { query: { previous: 'true' } }),
    ).rejects.toMatchObject({
      code: 400,
      reason: 'BadRequest',
      message: 'previous terminated container "app" in pod "talk" not found',
    });
  });

  it('starts its pods again after a restart of the sandbox', async () => {
    const image = cluster.images.addServer('again', 'here');
    await createPod('again', { image });
    const before = await untilState('again', state => state.running);
    await cluster.restartWorkloads();
    const after = await untilState(
      'again',
      (state, { status }) =>
        state.running && status!.containerStatuses![0].restartCount === 1,
    );
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(
      after.status!.containerStatuses![0].lastState.terminated,
    ).toBeDefined();
  });

  it('lets a namespace crash on purpose and heals it', async () => {
    await cluster.client.create(
      resources.deployments,
      deploymentManifest({
        name: 'fragile',
        image: cluster.images.addServer('fragile', 'whole'),
      }),
    );
    const untilPods = (isSo: (pod: Pod) => unknown) =>
      cluster.untilList<Pod>(resources.pods, 'app=fragile', pods =>
        pods.some(isSo),
      );
    const isReady = (pod: Pod) => pod.status?.containerStatuses?.[0].ready;
    await untilPods(isReady);
    cluster.workloads.setCrashing(NAMESPACE, true);
    await untilPods(
      pod =>
        pod.status?.containerStatuses?.[0].state.waiting?.reason ===
        'CrashLoopBackOff',
    );
    cluster.workloads.setCrashing(NAMESPACE, false);
    const [healed] = await untilPods(isReady);
    expect(
      healed.status!.containerStatuses![0].restartCount,
    ).toBeGreaterThanOrEqual(2);
  });
});
