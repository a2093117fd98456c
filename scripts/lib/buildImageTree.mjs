import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { StepError } from './steps.mjs';

const WORK_FOLDER = 'WORKDIR /app';

/**
 * Does in a folder what the Dockerfile does in the image's work folder: copies
 * the same files and runs the same commands. Resolves with the image's command.
 */
export async function buildImageTree({ tools, folder }) {
  const instructions = readInstructions(
    fs.readFileSync(path.join(root, 'packages/backend/Dockerfile'), 'utf8'),
  );
  for (const { name, rest } of instructions) {
    if (name === 'COPY') {
      copy({ rest, folder });
    } else if (name === 'RUN') {
      await runCommand({ tools, rest, folder });
    }
  }
  return JSON.parse(instructions.find(({ name }) => name === 'CMD').rest);
}

/** The instructions behind the one that chooses the work folder. */
export function readInstructions(dockerfile) {
  const [, inFolder] = dockerfile.replace(/^#.*\n/gm, '').split(WORK_FOLDER);
  return inFolder
    .replaceAll('\\\n', '')
    .split('\n')
    .map(line => line.match(/^([A-Z]+)\s+((?:--\S+\s+)*)(.*)$/))
    .filter(Boolean)
    .map(([, name, , rest]) => ({ name, rest: rest.replace(/\s+/g, ' ') }));
}

function copy({ rest, folder }) {
  const sources = rest.split(' ');
  const target = sources.pop();
  for (const source of sources) {
    const from = path.join(root, source);
    if (!fs.existsSync(from)) {
      throw new StepError(
        `The Dockerfile copies ${source}, which does not exist.`,
      );
    }
    // Docker copies a folder's content, and a file into a folder.
    const to = target.endsWith('/')
      ? path.join(folder, target, path.basename(source))
      : path.join(folder, target);
    fs.cpSync(from, to, { recursive: true });
  }
}

async function runCommand({ tools, rest, folder }) {
  // The image throws the cache away; here it belongs to the machine.
  const command = rest.replace('&& yarn cache clean', '');
  const code = await run('sh', ['-ec', command], {
    ...tools,
    cwd: folder,
    env: { ...tools.env, NODE_ENV: 'production' },
  });
  if (code !== 0) {
    throw new StepError(`"${command}" of the Dockerfile failed.`);
  }
}
