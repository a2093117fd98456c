import { resources } from '../../client';
import { configMap, HERE, Scene } from './Scene';

jest.setTimeout(120_000);

const LOAD =
  'ComparisonError: Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code =';

describe('Argo CD: what it says is wrong', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.begin();
    scene.push({
      'app/cm.json': configMap('settings', 'hello'),
      'broken/cm.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n data:\n  a: [b\n',
      'no-kind/cm.yaml': 'apiVersion: v1\n# kind: none\nmetadata: {name: x}\n',
      'cut/cm.json': '{',
      'other/values.yaml': 'a: [b\n',
      'tab/cm.yaml': 'apiVersion: v1\nkind: X\nmetadata:\n\tname: x\n',
      'missing-file/kustomization.yaml': 'resources: [nope.yaml]\n',
    });
  });
  afterAll(() => scene.end());

  it.each([
    [
      'YAML that is none',
      'broken',
      `${LOAD} FailedPrecondition desc = Failed to unmarshal "cm.yaml": failed to unmarshal manifest: error converting YAML to JSON: yaml: line 4: did not find expected key`,
    ],
    [
      'a tab in YAML',
      'tab',
      `${LOAD} FailedPrecondition desc = Failed to unmarshal "cm.yaml": failed to unmarshal manifest: error converting YAML to JSON: yaml: line 4: found character that cannot start any token`,
    ],
    [
      'a document without kind',
      'no-kind',
      `${LOAD} FailedPrecondition desc = Failed to unmarshal "cm.yaml": failed to unmarshal manifest: error unmarshaling JSON: while decoding JSON: Object 'Kind' is missing in '{"apiVersion":"v1","metadata":{"name":"x"}}'`,
    ],
    [
      'JSON that ends too early',
      'cut',
      `${LOAD} FailedPrecondition desc = Failed to unmarshal "cm.json": unexpected EOF`,
    ],
    [
      'a path that is not there',
      'nope',
      `${LOAD} Unknown desc = nope: app path does not exist`,
    ],
    [
      'a kustomization without its file',
      'missing-file',
      `${LOAD} Unknown desc = \`kustomize build <path to cached source>/missing-file\` failed exit status 1: Error: accumulating resources: accumulation err='accumulating resources from 'nope.yaml': evalsymlink failure on '<path to cached source>/missing-file/nope.yaml' : lstat <path to cached source>/missing-file/nope.yaml: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on '<path to cached source>/missing-file/nope.yaml' : lstat <path to cached source>/missing-file/nope.yaml: no such file or directory`,
    ],
  ])('%s', async (_, path, message) => {
    const name = await scene.application(path, path);
    expect(await scene.conditions(name, 'ComparisonError')).toEqual([message]);
    const { sync, health } = await scene.status(name, status => status.sync);
    expect(sync).toMatchObject({ status: 'Unknown', revision: 'main' });
    expect(health!.status).toBe('Healthy');
  });

  it('nothing about files that are no manifests', async () => {
    const name = await scene.application('other', 'other');
    const { sync, conditions } = await scene.status(
      name,
      status => status.sync,
    );
    expect(sync!.status).toBe('Synced');
    expect(conditions).toBeUndefined();
  });

  it('a repository that does not exist, before and after a sync', async () => {
    const name = await scene.application('no-repo', 'app', {
      repoURL: scene.target.repositories.url('absent'),
    });
    const [message] = await scene.conditions(name, 'ComparisonError');
    expect(message).toMatch(
      `${LOAD} Unknown desc = failed to list refs: repository not found: `,
    );
    await scene.sync(name);
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Error',
    );
    expect(operationState).toMatchObject({
      message,
      syncResult: { revision: 'main' },
    });
  });

  it('a branch that does not exist', async () => {
    const name = await scene.application('no-branch', 'app', {
      revision: 'no-such-branch',
    });
    expect(await scene.conditions(name, 'ComparisonError')).toEqual([
      `${LOAD} Unknown desc = unable to resolve 'no-such-branch' to a commit SHA`,
    ]);
  });

  it('a push that breaks what was synced', async () => {
    const name = await scene.application('breaking', 'app', {
      syncPolicy: { automated: {} },
    });
    await scene.status(name, ({ sync }) => sync?.status === 'Synced');
    scene.push({ 'app/cm.json': '{' });
    await scene.refresh(name);
    const {
      sync,
      health,
      resources: all,
    } = await scene.status(name, status => status.sync?.status === 'Unknown');
    expect(sync!.revision).toBe('main');
    expect(health!.status).toBe('Healthy');
    expect(all).toMatchObject([{ name: 'settings', status: 'Unknown' }]);
    scene.push({ 'app/cm.json': configMap('settings', 'hello') });
    await scene.refresh(name);
    const healed = await scene.status(
      name,
      status => status.sync?.status === 'Synced',
    );
    expect(healed.conditions).toBeUndefined();
  });

  it.each([
    [
      'a cluster name that nobody has',
      'unknown-name',
      { destination: { name: 'nowhere', namespace: '' } },
      'there are no clusters with this name: nowhere',
    ],
    [
      'a cluster address that nobody has',
      'unknown-server',
      { destination: { server: 'https://127.0.0.1:1', namespace: '' } },
      'error getting cluster by server "https://127.0.0.1:1": rpc error: code = NotFound desc = cluster "https://127.0.0.1:1" not found',
    ],
    [
      'a project that does not exist',
      'no-project',
      { project: 'ghost' },
      'Application referencing project ghost which does not exist',
    ],
    [
      'a namespace that the project does not have',
      'locked',
      { destination: { server: HERE, namespace: 'locked' } },
      "application destination server 'https://kubernetes.default.svc' and namespace 'locked' do not match any of the allowed destinations in project 'PROJECT'",
    ],
    [
      'a repository that the project does not have',
      'foreign',
      { repoURL: 'https://example.invalid/foreign.git' },
      "application repo https://example.invalid/foreign.git is not permitted in project 'PROJECT'",
    ],
  ])('%s', async (_, id, spec, message) => {
    const name = await scene.application(id, 'app', spec);
    expect(await scene.conditions(name, 'InvalidSpecError')).toEqual([
      `InvalidSpecError: ${message.replace('PROJECT', scene.id)}`,
    ]);
    const { sync, health } = await scene.status(name, status => status.health);
    expect(sync!.status).toBe('Unknown');
    expect(health!.status).toBe('Unknown');
  });

  it('a destination that is not permitted, when it is synced all the same', async () => {
    const name = await scene.application('forced', 'app', {
      destination: { server: HERE, namespace: 'locked' },
    });
    const [message] = await scene.conditions(name, 'InvalidSpecError');
    await scene.sync(name);
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Error',
    );
    expect(operationState!.message).toBe(message);
    expect(
      await scene.hub.get(resources.configMaps, 'settings', 'locked'),
    ).toBeUndefined();
  });
});
