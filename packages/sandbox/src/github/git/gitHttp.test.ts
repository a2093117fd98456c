import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { startTestGitHub, TestGitHub } from '../testing/startTestGitHub';
import { PushEvent } from '../types';

const run = promisify(execFile);

jest.setTimeout(60_000);

describe('git over HTTP', () => {
  let test: TestGitHub;
  const pushes: PushEvent[] = [];

  beforeAll(async () => {
    test = await startTestGitHub();
    test.github.events.on('push', push => pushes.push(push));
  });
  beforeEach(() => {
    pushes.length = 0;
  });
  afterAll(() => test.stop());

  function remote(login: string | undefined, name: string) {
    const url = new URL(`${test.github.url}/acme/${name}.git`);
    if (login) {
      url.username = login;
      url.password = test.github.tokens.personal(login);
    }
    return url.toString();
  }

  async function git(cwd: string, ...args: string[]) {
    const env = {
      PATH: process.env.PATH,
      HOME: test.temp,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
    };
    const result = await run('git', args, { cwd, env }).catch(error => error);
    return {
      code: result.code ?? 0,
      output: `${result.stdout}${result.stderr}`,
    };
  }

  async function repository(name: string, options = { private: false }) {
    return test.github.repositories.create({
      owner: 'acme',
      name,
      creator: test.github.accounts.find('developer')!,
      ...options,
    });
  }

  async function workingCopy(name: string) {
    const folder = path.join(test.temp, name);
    fs.mkdirSync(folder, { recursive: true });
    await git(folder, 'init', '-q', '-b', 'main');
    fs.writeFileSync(path.join(folder, 'index.js'), `// ${name}\n`);
    await git(folder, 'add', '.');
    await git(folder, 'commit', '-qm', 'first');
    return folder;
  }

  it('takes a first push, keeps who committed, and tells of it', async () => {
    const created = await repository('shop');
    const folder = await workingCopy('shop');
    const { code, output } = await git(
      folder,
      'push',
      remote('developer', 'shop'),
      'main',
    );
    expect(output).toContain('[new branch]');
    expect(code).toBe(0);
    expect(pushes).toMatchObject([
      {
        ref: 'refs/heads/main',
        before: '0'.repeat(40),
        pusher: { login: 'developer' },
        commits: [
          {
            message: 'first',
            author: { name: 'Ada', email: 'ada@example.com' },
            added: ['index.js'],
          },
        ],
      },
    ]);
    expect(await test.github.repositories.head(created)).toBe(pushes[0].after);
  });

  it('lets everybody read what is public', async () => {
    const clone = path.join(test.temp, 'clone');
    const { code } = await git(
      test.temp,
      'clone',
      '-q',
      remote(undefined, 'platform'),
      clone,
    );
    expect(code).toBe(0);
    expect(fs.existsSync(path.join(clone, 'CODEOWNERS'))).toBe(true);
  });

  it('takes a token as user name too', async () => {
    const url = new URL(remote(undefined, 'platform'));
    url.username = test.github.tokens.personal('developer');
    const { code } = await git(test.temp, 'ls-remote', url.toString());
    expect(code).toBe(0);
  });

  it('asks for a token, and refuses a wrong one', async () => {
    await repository('refusing');
    const folder = await workingCopy('refusing');
    const anonymous = remote(undefined, 'refusing');
    const without = await git(folder, 'push', anonymous, 'main');
    expect(without.output).toContain('could not read Username');

    const wrong = new URL(anonymous);
    wrong.username = 'developer';
    wrong.password = 'ghp_wrong';
    const { code, output } = await git(
      folder,
      'push',
      wrong.toString(),
      'main',
    );
    expect(code).toBe(128);
    expect(output).toContain('Invalid username or token');
    expect(output).toContain('Authentication failed');
  });

  it('refuses who has no permission, in the words of GitHub', async () => {
    await repository('shop-of-others');
    const folder = await workingCopy('shop-of-others');
    const { code, output } = await git(
      folder,
      'push',
      remote('payments-developer', 'shop-of-others'),
      'main',
    );
    expect(code).toBe(128);
    expect(output).toContain(
      'Permission to acme/shop-of-others.git denied to payments-developer.',
    );
    expect(output).toContain('403');
  });

  it('hides what is private', async () => {
    await repository('hidden', { private: true });
    const anonymous = await git(
      test.temp,
      'ls-remote',
      remote(undefined, 'hidden'),
    );
    expect(anonymous.output).toContain('could not read Username');
    const absent = await git(
      test.temp,
      'ls-remote',
      remote('developer', 'absent'),
    );
    expect(absent.output).toContain('Repository not found.');
  });

  describe('a protected branch', () => {
    let folder: string;

    beforeAll(async () => {
      folder = path.join(test.temp, 'protected');
      await git(
        test.temp,
        'clone',
        '-q',
        remote(undefined, 'platform'),
        folder,
      );
    });

    async function commit(message: string) {
      fs.writeFileSync(path.join(folder, 'change'), message);
      await git(folder, 'add', '.');
      await git(folder, 'commit', '-qm', message);
    }

    it('refuses a developer', async () => {
      await commit('sneak');
      const { code, output } = await git(
        folder,
        'push',
        remote('developer', 'platform'),
        'main',
      );
      expect(code).toBe(1);
      expect(output).toContain(
        'GH006: Protected branch update failed for refs/heads/main.',
      );
      expect(output).toContain('Changes must be made through a pull request.');
      expect(output).toContain('[remote rejected]');
      expect(pushes).toEqual([]);
    });

    it('lets a developer push another branch, and says where to propose it', async () => {
      const { code, output } = await git(
        folder,
        'push',
        remote('developer', 'platform'),
        'main:refs/heads/try',
      );
      expect(code).toBe(0);
      expect(output).toContain(`${test.github.url}/acme/platform/pull/new/try`);
    });

    it.each(['slipway-bot', 'platform-engineer', 'sandbox-admin'])(
      'lets %s push',
      async login => {
        await commit(`by ${login}`);
        const target = remote(login, 'platform');
        const { code, output } = await git(folder, 'push', target, 'main');
        expect(output).not.toContain('GH006');
        expect(code).toBe(0);
      },
    );

    it('refuses force, and deletion', async () => {
      await git(folder, 'commit', '-q', '--amend', '-m', 'rewritten');
      const target = remote('slipway-bot', 'platform');
      const force = await git(folder, 'push', '--force', target, 'main');
      expect(force.output).toContain('Cannot force-push to this branch');
      const gone = await git(folder, 'push', target, ':main');
      expect(gone.output).toContain(
        'refusing to delete the current branch: refs/heads/main',
      );
    });
  });

  it('takes a large push', async () => {
    await repository('large');
    const folder = await workingCopy('large');
    fs.writeFileSync(path.join(folder, 'blob'), randomBytes(10 * 1024 * 1024));
    await git(folder, 'add', '.');
    await git(folder, 'commit', '-qm', 'ten megabytes');
    const target = remote('developer', 'large');
    const { code } = await git(folder, 'push', target, 'main');
    expect(code).toBe(0);
    expect(pushes[0].commits).toHaveLength(2);
  });

  it('loses nothing of pushes at once', async () => {
    const created = await repository('crowd');
    const folder = await workingCopy('crowd');
    const target = remote('developer', 'crowd');
    await git(folder, 'push', target, 'main');
    const branches = [1, 2, 3, 4, 5].map(number => `branch-${number}`);
    const results = await Promise.all(
      branches.map(branch => git(folder, 'push', target, `main:${branch}`)),
    );
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    for (const branch of branches) {
      expect(await test.github.repositories.head(created, branch)).toBeTruthy();
    }
    expect(pushes).toHaveLength(6);
  });

  it('survives a push that is broken off', async () => {
    const created = await repository('broken-off');
    const token = test.github.tokens.personal('developer');
    const request = http.request(
      `${test.github.url}/acme/broken-off.git/git-receive-pack`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/x-git-receive-pack-request',
          'content-length': '100000',
        },
      },
    );
    request.on('error', () => {});
    request.write(
      `0094${'0'.repeat(40)} ${'1'.repeat(40)} refs/heads/main\0 report-status`,
    );
    await new Promise(resolve => {
      request.on('close', resolve);
      request.destroy();
    });
    expect(await test.github.repositories.head(created)).toBeUndefined();

    const folder = await workingCopy('broken-off');
    const target = remote('developer', 'broken-off');
    const { code } = await git(folder, 'push', target, 'main');
    expect(code).toBe(0);
  });

  it('makes the first pushed branch the default', async () => {
    const created = await repository('elsewhere');
    const folder = await workingCopy('elsewhere');
    const target = remote('developer', 'elsewhere');
    const { output } = await git(folder, 'push', target, 'main:trunk');
    expect(output).not.toContain('pull/new');
    expect(created.defaultBranch).toBe('trunk');
  });

  it('lets a token of a job push to its repository only', async () => {
    const own = await repository('own');
    await repository('foreign');
    const token = test.github.tokens.issue({
      account: test.github.accounts.find('github-actions[bot]')!,
      scopes: {
        repositories: [own.fullName],
        permissions: { contents: 'write' },
      },
    });
    const folder = await workingCopy('own');
    const url = (name: string) =>
      remote(undefined, name).replace('://', `://x-access-token:${token}@`);
    expect((await git(folder, 'push', url('own'), 'main')).code).toBe(0);
    const foreign = await git(folder, 'push', url('foreign'), 'main');
    expect(foreign.output).toContain('denied to github-actions[bot]');
    test.github.tokens.revoke(token);
    const late = await git(folder, 'push', url('own'), 'main:late');
    expect(late.output).toContain('Authentication failed');
  });

  it('never logs a token', () => {
    expect(test.lines.join('\n')).not.toMatch(/gh[ps]_/);
  });
});
