import fs from 'node:fs';
import path from 'node:path';
import { StepError } from '../jobs/StepError';
import { builtInActions } from './builtInActions';
import { runGit } from './runGit';
import { ActionCall } from './types';

/** A folder with an `action.yml`. */
export interface LocatedAction {
  folder: string;
  file: string;
}

/** Finds the action that `uses:` names, `./...` or `owner/name/path@ref`. */
export async function locateAction(
  uses: string,
  call: ActionCall,
): Promise<LocatedAction> {
  if (uses.startsWith('./')) {
    return actionIn(path.join(call.execution.folders.workspace, uses), uses);
  }
  const match = /^([\w.-]+)\/([\w.-]+)(\/[^@]*)?@(.+)$/.exec(uses);
  if (!match) {
    throw unsupported(uses);
  }
  const [, owner, name, folder = '', ref] = match;
  const root = await fetchRepository(call, { owner, name, ref, uses });
  return actionIn(path.join(root, folder), uses);
}

function actionIn(folder: string, uses: string): LocatedAction {
  const file = ['action.yml', 'action.yaml']
    .map(name => path.join(folder, name))
    .find(candidate => fs.existsSync(candidate));
  if (!file) {
    throw new StepError(
      `Can't find 'action.yml' or 'action.yaml' under '${uses}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  return { folder, file };
}

interface RemoteAction {
  owner: string;
  name: string;
  ref: string;
  uses: string;
}

/** The whole repository, because an action may use files beside its folder. */
async function fetchRepository(
  call: ActionCall,
  { owner, name, ref, uses }: RemoteAction,
): Promise<string> {
  const { github, folders, repository } = call.execution;
  const found = github.repositories.find(owner, name);
  if (!found) {
    throw unsupported(uses);
  }
  if (found.private && found.owner !== repository.owner) {
    throw new StepError(
      `Unable to resolve action \`${uses}\`, not found or not accessible`,
    );
  }
  const sha = await github.repositories.head(found, ref);
  if (!sha) {
    throw new StepError(
      `Unable to resolve action \`${uses}\`, unable to find version \`${ref}\``,
    );
  }
  const root = path.join(folders.actions, owner, name, sha);
  if (!fs.existsSync(root)) {
    fs.mkdirSync(root, { recursive: true });
    const gitDir = github.repositories.gitDir(found);
    await runGit({
      call,
      cwd: root,
      quiet: true,
      args: [
        `--git-dir=${gitDir}`,
        `--work-tree=${root}`,
        'checkout',
        '--force',
        sha,
        '--',
        '.',
      ],
      env: { GIT_INDEX_FILE: path.join(folders.temp, `index-${sha}`) },
    });
    call.execution.log.write(
      `Download action repository '${owner}/${name}@${ref}' (SHA:${sha})`,
    );
  }
  return root;
}

function unsupported(uses: string): StepError {
  return new StepError(
    `uses: ${uses} is not supported in the sandbox. Supported: ${[
      ...builtInActions.keys(),
    ].join(
      ', ',
    )}, and composite actions of repositories here, also local ones (./path)`,
  );
}
