import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findKubectl } from '../kubectl/findKubectl';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { KubernetesApi, startKubernetesApi } from './startKubernetesApi';

jest.setTimeout(60_000);

describe('kubectl', () => {
  let root: string;
  let api: KubernetesApi;
  let program: string;
  const stop = new AbortController();

  beforeAll(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'kubectl-'));
    const state = StateFolder.open(root);
    program = await findKubectl({ cacheFolder: state.folder('tools') });
    api = await startKubernetesApi({
      name: 'dev-1',
      port: 0,
      state,
      ca: await CertificateAuthority.loadOrCreate(state, 'dev-1', new Date()),
      users: ['admin', 'reader', 'operator'].map(name => ({
        name,
        token: `${name}-token`,
        groups: [],
      })),
      async *podLogs({ tailLines, follow }) {
        const lines = ['one\n', 'two\n', ...(follow ? ['three\n'] : [])];
        yield* lines.slice(-(tailLines ?? lines.length));
      },
      signal: stop.signal,
      log: () => {},
    });
  });
  afterAll(async () => {
    await api.stop();
    fs.rmSync(root, { recursive: true });
  });

  function runAs(
    user: string,
    command: string,
    input?: object | string,
  ): Promise<{ code: number; output: string }> {
    const kubeconfig = path.join(root, `${user}.kubeconfig`);
    fs.writeFileSync(kubeconfig, api.kubeconfigFor(user));
    return new Promise(resolve => {
      const child = execFile(
        program,
        command.split(' '),
        { env: { KUBECONFIG: kubeconfig, HOME: root, PATH: process.env.PATH } },
        (error, stdout, stderr) =>
          resolve({
            code: error ? Number(error.code ?? 1) : 0,
            output: (stdout + stderr).trim(),
          }),
      );
      child.stdin?.end(
        typeof input === 'object' ? JSON.stringify(input) : input ?? '',
      );
    });
  }
  const run = (command: string, input?: object | string) =>
    runAs('admin', command, input);
  const outputOf = async (command: string, input?: object | string) =>
    (await run(command, input)).output;

  const web = (replicas: number) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'example/web:1' }] },
      },
    },
  });

  it('creates, reads, changes and deletes', async () => {
    expect(await outputOf('create configmap c --from-literal=a=b')).toBe(
      'configmap/c created',
    );
    expect(await outputOf('create configmap c')).toContain(
      'error: failed to create configmap: configmaps "c" already exists',
    );
    expect(await outputOf('get configmap c -o jsonpath={.data}')).toBe(
      '{"a":"b"}',
    );
    expect(await outputOf('get configmap c')).toMatch(
      /^NAME +DATA +AGE\nc +1 +\d+s$/,
    );
    expect(await outputOf('label configmap c on=1')).toBe(
      'configmap/c labeled',
    );
    expect(await outputOf('annotate configmap c on=1')).toBe(
      'configmap/c annotated',
    );
    expect(
      await outputOf('patch configmap c --type=merge -p {"data":{"a":"c"}}'),
    ).toBe('configmap/c patched');
    expect(await outputOf('describe configmap c')).toContain('a:\n----\nc');
    expect(await outputOf('delete configmap c')).toMatch(
      /^configmap "c" deleted/,
    );
    expect(await outputOf('get configmap c')).toBe(
      'Error from server (NotFound): configmaps "c" not found',
    );
  });

  it('applies: the second time nothing changes, and conflicts are told', async () => {
    expect(await outputOf('apply -f -', web(1))).toBe(
      'deployment.apps/web created',
    );
    expect(await outputOf('apply -f -', web(1))).toBe(
      'deployment.apps/web unchanged',
    );
    expect(await outputOf('diff -f -', web(1))).toBe('');
    expect(await outputOf('apply -f -', web(2))).toBe(
      'deployment.apps/web configured',
    );
    const other = 'apply --server-side --field-manager=other -f -';
    expect(await outputOf(other, web(3))).toContain(
      'error: Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using apps/v1: .spec.replicas',
    );
    expect(await outputOf(`${other} --force-conflicts`, web(3))).toBe(
      'deployment.apps/web serverside-applied',
    );
    const wrong = { ...web(1), spec: { ...web(1).spec, colour: 'red' } };
    expect(await outputOf('apply -f -', wrong)).toContain(
      'unknown field "spec.colour"',
    );
  });

  it('scales, waits and follows a rollout', async () => {
    await run('apply -f -', web(1));
    expect(await outputOf('scale deployment web --replicas=0')).toBe(
      'deployment.apps/web scaled',
    );
    const waiting = run(
      'wait --for=condition=Available deployment/web --timeout=20s',
    );
    const generation = await outputOf(
      'get deployment web -o jsonpath={.metadata.generation}',
    );
    const status = {
      status: {
        observedGeneration: Number(generation),
        conditions: [{ type: 'Available', status: 'True' }],
      },
    };
    await run(
      `patch deployment web --subresource=status --type=merge -p ${JSON.stringify(
        status,
      )}`,
    );
    expect((await waiting).output).toBe('deployment.apps/web condition met');
    expect(await outputOf('rollout status deployment web')).toBe(
      'deployment "web" successfully rolled out',
    );
    expect(await outputOf('get deployment web -o wide')).toMatch(
      /web +0\/0 +0 +0 +\d+s +web +example\/web:1 +app=web$/,
    );
    expect(await outputOf('describe deployment web')).toContain(
      'Replicas:               0 desired',
    );
  });

  it('shows logs', async () => {
    await run('create -f -', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'talker' },
      spec: {
        nodeName: 'node',
        containers: [
          { name: 'main', image: 'example/main' },
          { name: 'side', image: 'example/side' },
        ],
      },
    });
    expect(await outputOf('logs talker -c main')).toBe('one\ntwo');
    expect(await outputOf('logs talker -c main --tail=1 -f')).toBe('three');
    expect(await outputOf('logs talker -c none')).toContain(
      'container none is not valid for pod talker',
    );
    expect(await outputOf('get pod talker')).toMatch(
      /talker +0\/2 +Pending +0 +\d+s/,
    );
  });

  it('reads long lists in pieces', async () => {
    for (let n = 0; n < 5; n++) {
      await run(`create configmap piece${n}`);
    }
    const names = await outputOf('get configmaps --chunk-size=2 -o name');
    expect(names.split('\n')).toHaveLength(6);
  });

  it('deletes a namespace with everything in it', async () => {
    await run('create namespace full');
    await run('-n full apply -f -', web(0));
    await run('-n full create secret generic s --from-literal=a=b');
    expect(await outputOf('delete namespace full')).toMatch(
      /namespace "full" deleted/,
    );
    expect(await outputOf('get namespace full')).toContain('NotFound');
    expect(await outputOf('delete namespace default')).toBe(
      'Error from server (Forbidden): namespaces "default" is forbidden: this namespace may not be deleted',
    );
  });

  it('says who may do what', async () => {
    const can = async (user: string, what: string) =>
      (await runAs(user, `auth can-i ${what}`)).output.split('\n').at(-1);
    expect(await can('admin', 'delete pods')).toBe('yes');
    expect(await can('reader', 'watch pods')).toBe('yes');
    expect(await can('reader', 'get secrets')).toBe('no');
    expect(await can('reader', 'create pods')).toBe('no');
    expect(await can('operator', 'patch deployments.apps')).toBe('yes');
    expect(await can('operator', 'delete deployments.apps')).toBe('no');
    expect((await runAs('reader', 'get secrets')).output).toBe(
      'Error from server (Forbidden): secrets is forbidden: User "reader" cannot list resource "secrets" in API group "" in the namespace "default"',
    );
    expect((await runAs('reader', 'auth whoami')).output).toContain('reader');
    const token = await outputOf('create token default');
    expect(await outputOf(`--token=${token} get pods`)).toContain(
      'User "system:serviceaccount:default:default" cannot list resource "pods"',
    );
  });

  it('explains kinds, also those that were just defined', async () => {
    expect(await outputOf('explain deployment.spec.replicas')).toContain(
      'FIELD: replicas <integer>',
    );
    await run('create -f -', {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'toys.example.dev' },
      spec: {
        group: 'example.dev',
        scope: 'Namespaced',
        names: { kind: 'Toy', plural: 'toys', shortNames: ['ty'] },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            additionalPrinterColumns: [
              { name: 'Colour', type: 'string', jsonPath: '.spec.colour' },
            ],
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: { colour: { type: 'string' } },
                  },
                },
              },
            },
          },
        ],
      },
    });
    expect(
      await outputOf('wait --for=condition=Established crd/toys.example.dev'),
    ).toContain('condition met');
    const toy = {
      apiVersion: 'example.dev/v1',
      kind: 'Toy',
      metadata: { name: 'ball' },
      spec: { colour: 'red' },
    };
    expect(await outputOf('apply -f -', toy)).toBe(
      'toy.example.dev/ball created',
    );
    expect(await outputOf('apply -f -', toy)).toBe(
      'toy.example.dev/ball unchanged',
    );
    expect(await outputOf('get ty')).toMatch(/NAME +COLOUR\nball +red/);
    expect(await outputOf('explain toy.spec')).toContain('colour');
    expect(await outputOf('api-resources --api-group=example.dev')).toMatch(
      /toys +ty +example.dev\/v1 +true +Toy/,
    );
    await run('delete crd toys.example.dev');
    expect(await outputOf('get ty')).toContain(
      'the server could not find the requested resource',
    );
  });
});
