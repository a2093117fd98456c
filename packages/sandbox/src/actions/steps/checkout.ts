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
  await git(['remote', 'add', 'origin', `${url}.git`]);
  writeCredentials(call, folder);

  const target = await findTarget(call, repository, ref =>
    git(['ls-remote', '--symref', 'origin', ref], true),
  );
  const depth = Number(inputs['fetch-depth'] || 1);
  const local = target.branch
    ? `refs/remotes/origin/${target.branch}`
    : 'refs/slipway/checkout';
  await git([
    'fetch',
    '--no-tags',
    '--quiet',
    '--no-recurse-submodules',
    ...(depth > 0 ? [`--depth=${depth}`] : []),
    'origin',
    `+${target.fetch}:${local}`,
    ...(depth > 0 ? [] : ['+refs/heads/*:refs/remotes/origin/*']),
  ]);
  await git(
    target.branch
      ? ['checkout', '--quiet', '--force', '-B', target.branch, local]
      : ['checkout', '--quiet', '--force', '--detach', local],
  );
  const commit = await git(['log', '-1', '--format=%H'], true);
  execution.log.write(commit);
  return { commit, ref: inputs.ref ?? execution.run.event.ref };
}

// The first checkout of a job may find what an earlier one left.
function clean({ execution }: ActionCall, folder: string) {
  execution.log.write(`Working directory is '${folder}'`);
  for (const entry of fs.readdirSync(folder)) {
    fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
  }
}

/** As the real one does: in the clone's own configuration, so that it can push. */
function writeCredentials({ execution, inputs }: ActionCall, folder: string) {
  if (inputs['persist-credentials'] === 'false') {
    execution.log.write('The credentials are used for this step only');
  }
  const token = inputs.token || execution.token;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  execution.log.mask(token);
  execution.log.mask(basic);
  fs.appendFileSync(
    path.join(folder, '.git', 'config'),
    `[http "${execution.github.url}/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`,
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
