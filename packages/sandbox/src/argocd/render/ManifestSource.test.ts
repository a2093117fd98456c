import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findKubectl } from '../../kubectl/findKubectl';
import { StateFolder } from '../../state/StateFolder';
import { GitCredentials } from '../git/runGit';
import { TestRepositories } from '../testing/TestRepositories';
import { ManifestSource } from './ManifestSource';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: NAME}\n';

function configMap(name: string): string {
  return CONFIG_MAP.replace('NAME', name);
}

describe('ManifestSource', () => {
  let folder: string;
  let repositories: TestRepositories;
  let manifests: ManifestSource;
  let credentials: GitCredentials | undefined;
  let now = 0;
  const stop = new AbortController();

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifests-'));
    repositories = await TestRepositories.serve(path.join(folder, 'git'));
    const state = StateFolder.open(path.join(folder, 'state'));
    manifests = ManifestSource.create({
      state,
      kubectl: await findKubectl({ cacheFolder: state.folder('tools') }),
      credentials: () => credentials,
      signal: stop.signal,
      now: () => now,
    });
  });
  afterAll(async () => {
    stop.abort();
    await repositories.stop();
    fs.rmSync(folder, { recursive: true });
  });

  async function names(repository: string, source: object, revision = 'main') {
    const { objects } = await manifests.render(
      { repoURL: repositories.url(repository), ...source },
      revision,
    );
    return objects.map(({ metadata }) => metadata.name);
  }

  it('asks the remote when it is told to, or after three minutes', async () => {
    const url = repositories.url('moving');
    const first = repositories.push('moving', { 'a.yaml': configMap('a') });
    expect(await manifests.resolve(url, 'main')).toBe(first);
    const second = repositories.push('moving', { 'b.yaml': configMap('b') });
    expect(await manifests.resolve(url, 'main')).toBe(first);
    manifests.markStale(url.replace('.git', ''));
    expect(await manifests.resolve(url, 'HEAD')).toBe(second);
    const third = repositories.push('moving', {});
    now += 181_000;
    expect(await manifests.resolve(url, '')).toBe(third);
    expect(await manifests.resolve(url, first.slice(0, 8))).toBe(first);
    expect(await names('moving', { path: '.' }, first)).toEqual(['a']);
    expect(await names('moving', { path: '.' })).toEqual(['a', 'b']);
  });

  it('reads folders as deep and as far as it is told', async () => {
    repositories.push('folders', {
      'x/a.yaml': `${configMap('a')}---\n${configMap('b')}---\n# nothing\n`,
      'x/deep/c.json':
        '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}',
      'x/list.yml': `apiVersion: v1\nkind: List\nitems:\n- ${configMap(
        'd',
      ).replace(/\n/g, '\n  ')}`,
      'x/skip.yaml': `# +argocd:skip-file-rendering\n${configMap('e')}`,
      'x/README.md': 'text',
    });
    const read = (directory?: object) =>
      names('folders', { path: 'x', directory });
    expect(await read()).toEqual(['a', 'b', 'd']);
    expect(await read({ recurse: true })).toEqual(['a', 'b', 'c', 'd']);
    expect(await read({ recurse: true, include: '*.json' })).toEqual(['c']);
    expect(await read({ exclude: '{list,other}.yml' })).toEqual(['a', 'b']);
  });

  it('leads no link out of the repository', async () => {
    const work = path.join(folder, 'git', 'work', 'links');
    repositories.push('links', { 'x/a.yaml': configMap('a') });
    fs.writeFileSync(path.join(folder, 'secret.yaml'), configMap('secret'));
    fs.symlinkSync(
      path.join(folder, 'secret.yaml'),
      path.join(work, 'x/b.yaml'),
    );
    repositories.push('links', {});
    manifests.markAllStale();
    expect(await names('links', { path: 'x' })).toEqual(['a']);
    await expect(
      names('links', { path: '../../../secret.yaml' }),
    ).rejects.toThrow('app path');
  });

  it('does what spec.source.kustomize asks for', async () => {
    repositories.push('kustomize', {
      'k/kustomization.yaml': 'resources: [a.yaml]\n',
      'k/a.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: old:1}]}\n',
    });
    const { objects } = await manifests.render(
      {
        repoURL: repositories.url('kustomize'),
        path: 'k',
        kustomize: {
          namePrefix: 'dev-',
          images: ['old=new/image:2', 'x@sha256:00'],
        },
      },
      'main',
    );
    expect(objects).toMatchObject([
      {
        metadata: { name: 'dev-a' },
        spec: { containers: [{ image: 'new/image:2' }] },
      },
    ]);
    await expect(
      names('kustomize', { path: 'k', kustomize: { version: 'v5' } }),
    ).rejects.toThrow('"version" is not supported in the sandbox');
  });

  it('sees changes that a kustomization reaches outside its folder', async () => {
    const url = repositories.url('reaching');
    repositories.push('reaching', {
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': configMap('a'),
      'dev/kustomization.yaml': 'resources: [../base]\n',
    });
    expect(await names('reaching', { path: 'dev' })).toEqual(['a']);
    repositories.push('reaching', { 'base/a.yaml': configMap('b') });
    manifests.markStale(url);
    expect(await names('reaching', { path: 'dev' })).toEqual(['b']);
  });

  it('refuses charts as one without helm does', async () => {
    repositories.push('chart', { 'c/Chart.yaml': 'name: c\n' });
    await expect(names('chart', { path: 'c' })).rejects.toThrow(
      'rpc error: code = Unknown desc = failed to execute helm template command: failed running helm: exec: "helm": executable file not found in $PATH',
    );
  });

  it('reads private repositories with the credentials it has', async () => {
    repositories.push('private', { 'a.yaml': configMap('a') });
    repositories.credentials = 'bot:secret';
    try {
      await expect(names('private', { path: '.' })).rejects.toThrow(
        'failed to list refs: authentication required: ',
      );
      credentials = { username: 'bot', password: 'secret' };
      manifests.markAllStale();
      expect(await names('private', { path: '.' })).toEqual(['a']);
    } finally {
      repositories.credentials = undefined;
    }
  });

  it('says what is wrong with a repository', async () => {
    await expect(
      manifests.resolve('http://127.0.0.1:1/x.git', 'main'),
    ).rejects.toThrow(
      'failed to list refs: Get "http://127.0.0.1:1/x.git/info/refs?service=git-upload-pack": dial tcp 127.0.0.1:1: connect: connection refused',
    );
    repositories.push('file', { x: '' });
    await expect(names('file', { path: 'x' })).rejects.toThrow(
      'x: app path is not a directory',
    );
  });
});
