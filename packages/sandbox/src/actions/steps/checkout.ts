import fs from 'node:fs';
import path from 'node:path';
import { StepError } from '../jobs/StepError';
import { runGit } from './runGit';
import { ActionCall } from './types';

interface Target {
  /** What to fetch: a sha or a full ref. */
  fetch: string;
  /** The branch to be on, if any. */
  branch: string | undefined;
}

const CHECKED_OUT = 'refs/slipway/checkout';

/** `actions/checkout`: a clone of a repository that can be pushed from. */
export async function checkout(call: ActionCall) {
  const { execution, inputs } = call;
  const { github, folders } = execution;
  const repository = inputs.repository || execution.repository.fullName;
  const folder = path.resolve(folders.workspace, inputs.path || '.');
  if (
    folder !== folders.workspace &&
    !folder.startsWith(`${folders.workspace}/`)
  ) {
    throw new StepError(
      `Repository path '${folder}' is not under '${folders.workspace}'`,
    );
  }
  const [owner, name] = repository.split('/');
  const url = `${github.url}/${repository}`;
  execution.log.write(`Syncing repository: ${repository}`);
  if (!github.repositories.find(owner, name)) {
    throw new StepError(`repository '${url}/' not found`);
  }

  fs.mkdirSync(folder, { recursive: true });
  clean(call, folder);
  const git = (args: string[], quiet = false) =>
    runGit({ call, cwd: folder, args, quiet });
  await git(['init', '--quiet', '--initial-branch=main', '.']);
  writeConfiguration(call, folder, `${url}.git`);

  const target = await findTarget(call, repository, ref =>
    git(['ls-remote', '--symref', 'origin', ref], true),
  );
  const local = target.branch
    ? `refs/remotes/origin/${target.branch}`
    : CHECKED_OUT;
  const depth = Number(inputs['fetch-depth'] || 1);
  const fetch = ['fetch', '--no-tags', '--quiet', '--no-recurse-submodules'];
  if (depth > 0) {
    const refspec = `+${target.fetch}:${local}`;
    await git([...fetch, `--depth=${depth}`, 'origin', refspec]);
  } else {
    await git([
      ...fetch,
      'origin',
      '+refs/heads/*:refs/remotes/origin/*',
      '+refs/tags/*:refs/tags/*',
      `+${target.fetch}:${CHECKED_OUT}`,
    ]);
    // The branch may have moved on since the event.
    await git(['update-ref', local, CHECKED_OUT]);
  }
  await git(
    target.branch
      ? ['checkout', '--quiet', '--force', '-B', target.branch, local]
      : ['checkout', '--quiet', '--force', '--detach', local],
  );
  if (inputs['persist-credentials'] === 'false') {
    await git(['config', '--remove-section', section(call)], true);
  }
  const commit = await git(['log', '-1', '--format=%H'], true);
  execution.log.write(commit);
  return { commit, ref: inputs.ref ?? execution.run.event.ref };
}

function section({ execution }: ActionCall): string {
  return `http.${execution.github.url}/`;
}

// The first checkout of a job may find what an earlier one left.
function clean({ execution }: ActionCall, folder: string) {
  execution.log.write(`Working directory is '${folder}'`);
  for (const entry of fs.readdirSync(folder)) {
    fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
  }
}

/**
 * The credentials stay in the clone, as the real one leaves them, so that later
 * steps can push.
 */
function writeConfiguration(
  { execution, inputs }: ActionCall,
  folder: string,
  url: string,
) {
  const token = inputs.token || execution.token;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  execution.log.mask(token);
  execution.log.mask(basic);
  fs.appendFileSync(
    path.join(folder, '.git', 'config'),
    `[remote "origin"]
\turl = ${url}
\tfetch = +refs/heads/*:refs/remotes/origin/*
[http "${execution.github.url}/"]
\textraheader = AUTHORIZATION: basic ${basic}
`,
  );
}

async function findTarget(
  { execution, inputs }: ActionCall,
  repository: string,
  listRemote: (ref: string) => Promise<string>,
): Promise<Target> {
  const { run } = execution;
  const own = repository === run.repository;
  const ref = inputs.ref || (own ? run.event.ref : '');
  if (own && !inputs.ref) {
    const branch = /^refs\/heads\/(.*)$/.exec(ref)?.[1];
    return { fetch: run.event.sha, branch };
  }
  if (/^[0-9a-f]{40}$/.test(ref)) {
    return { fetch: ref, branch: undefined };
  }
  if (ref === '') {
    const head = await listRemote('HEAD');
    const branch = /^ref: refs\/heads\/(\S+)/m.exec(head)?.[1] ?? 'main';
    return { fetch: `refs/heads/${branch}`, branch };
  }
  const listed = await listRemote(ref);
  const full = /\t(refs\/(?:heads|tags)\/\S+)$/m.exec(listed)?.[1];
  if (!full) {
    throw new StepError(
      `A branch or tag with the name '${ref}' could not be found`,
    );
  }
  return { fetch: full, branch: /^refs\/heads\/(.*)$/.exec(full)?.[1] };
}
