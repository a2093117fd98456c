/**
 * Writes a version of a service into its first environment and pushes that as
 * one commit. Several of these may run at once, for different services: who
 * loses the race to push does it again on top of what came first.
 */
import { resolve, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkDeployFolder } from './deploy/checkDeployFolder.mjs';
import { describeCommit, isAncestor } from './deploy/commits.mjs';
import { DeployError } from './deploy/DeployError.mjs';
import { readRequest } from './deploy/readRequest.mjs';
import { git, run } from './deploy/run.mjs';
import { checkRepository, readServiceRecord } from './deploy/serviceRecord.mjs';
import { readVersion, writeVersion } from './deploy/writeVersion.mjs';

const MAX_PUSHES = 20;
/** The first build of a new service may be done before it is registered. */
const REGISTRATION_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 1_000;

try {
  console.log(await deploy(process.env, process.cwd()));
} catch (error) {
  const expected = error instanceof DeployError;
  console.log(`::error::${expected ? error.message : error.stack}`);
  process.exitCode = 1;
}

async function deploy(env, root) {
  const request = readRequest(env);
  const environment = env.ENVIRONMENT ?? 'dev';
  const source = resolve(root, env.SOURCE ?? '.source');
  const branch = await git(root, 'rev-parse', '--abbrev-ref', 'HEAD');

  await waitForRegistration(root, branch, request);
  const commit = await describeCommit(source, request.sha);
  await git(source, 'checkout', '--quiet', '--force', '--detach', request.sha);
  const files = await checkDeployFolder(source);

  for (let attempt = 1; attempt <= MAX_PUSHES; attempt++) {
    await takeNewest(root, branch);
    const folder = join(root, 'services', request.service, environment);
    const current = await readVersion(folder);
    if (
      current &&
      current.commit !== request.sha &&
      (await isAncestor(source, request.sha, current.commit))
    ) {
      return `${environment} has the newer commit ${current.commit} already; nothing to do`;
    }
    const version = {
      service: request.service,
      repository: request.repository,
      commit: request.sha,
      subject: commit.subject,
      author: commit.author,
      image: request.image,
      digest: request.digest,
    };
    await writeVersion({ folder, source, files, version });
    await git(root, 'add', '--all', '--', folder);
    if (
      (await run('git', ['diff', '--cached', '--quiet'], { cwd: root }))
        .code === 0
    ) {
      return `${environment} has this version already; nothing to do`;
    }
    await git(
      root,
      ...identity(),
      'commit',
      '--quiet',
      '-m',
      message(version, environment),
    );
    const push = await run(
      'git',
      ['push', '--quiet', 'origin', `HEAD:${branch}`],
      { cwd: root },
    );
    if (push.code === 0) {
      const pushed = await git(root, 'rev-parse', '--short', 'HEAD');
      return `Wrote ${request.service} ${request.sha.slice(
        0,
        7,
      )} into ${environment} with commit ${pushed}`;
    }
    if (!/rejected|cannot lock ref|failed to update ref/.test(push.errors)) {
      throw new Error(`The push was refused: ${push.errors.trim()}`);
    }
    console.log('Somebody else pushed first; doing it again on top of that');
  }
  throw new Error(`Somebody else pushed first at each of ${MAX_PUSHES} tries`);
}

async function waitForRegistration(root, branch, request) {
  const deadline = Date.now() + REGISTRATION_WAIT_MS;
  for (let first = true; ; first = false) {
    await takeNewest(root, branch);
    const record = await readServiceRecord(root, request.service);
    if (record) {
      checkRepository(record, request);
      return;
    }
    if (Date.now() > deadline) {
      throw new DeployError(
        `There is no service ${request.service} in the platform repository; create it in Backstage`,
      );
    }
    if (first) {
      console.log(`Waiting until ${request.service} is registered`);
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

async function takeNewest(root, branch) {
  await git(root, 'fetch', '--quiet', 'origin', branch);
  await git(root, 'reset', '--quiet', '--hard', 'FETCH_HEAD');
}

function identity() {
  return [
    '-c',
    'user.name=Slipway deploy',
    '-c',
    'user.email=deploy@slipway.invalid',
  ];
}

function message(
  { author, commit, digest, image, repository, service, subject },
  environment,
) {
  return [
    `Deploy ${service} ${commit.slice(0, 7)} to ${environment}: ${subject}`,
    '',
    `Repository: ${repository}`,
    `Commit: ${commit}`,
    `Image: ${image}@${digest}`,
    `Author: ${author}`,
  ].join('\n');
}
