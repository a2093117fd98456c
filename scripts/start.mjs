// `npm start`: the whole platform on this machine. Plain JavaScript without
// dependencies, because it runs before anything is installed.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './lib/buildApp.mjs';
import { endWithNpm } from './lib/endWithNpm.mjs';
import { holdFolder } from './lib/holdFolder.mjs';
import { stateFolder } from './lib/paths.mjs';
import { startBackstage } from './lib/startBackstage.mjs';
import { startSandbox } from './lib/startSandbox.mjs';
import { createSteps, fail, StepError } from './lib/steps.mjs';
import { prepare } from './lib/toolchain.mjs';

const USAGE = `npm start                   starts the platform
npm start -- --reset        forgets repositories, services and clusters first
npm start -- --port 8100    chooses the first port (kept from then on)`;

const LAST_PORT = 65_000;
// Known once there is one.
let logFile;
const children = [];
let stopping = false;

async function stop(code) {
  if (stopping) {
    return;
  }
  stopping = true;
  await Promise.all(children.map(child => child.stop()));
  process.exit(code);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        reset: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return {
      ...values,
      port: values.port === undefined ? undefined : readPort(values.port),
    };
  } catch (error) {
    throw new StepError(`${error.message}\n\n${USAGE}`);
  }
}

// Now, not after the minutes that the first installation takes.
function readPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1024 || port > LAST_PORT) {
    throw new Error(`--port takes a number from 1024 to ${LAST_PORT}.`);
  }
  return text;
}

async function main() {
  const { reset, port, help } = readArguments();
  if (help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  endWithNpm();
  holdFolder(stateFolder, { reset });
  logFile = path.join(stateFolder, 'logs', 'start.log');
  fs.mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  fs.writeFileSync(logFile, '', { mode: 0o600 });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stop(0));
  }

  process.stdout.write('\nSlipway\n\n');
  const steps = createSteps({ logFile });
  const { step } = steps;
  const { env, node } = await prepare(steps);
  const building = step('Frontend', () => buildApp({ env, logFile }));
  building.catch(() => {});
  const sandbox = await step('Sandbox', () =>
    startSandbox({ env, node, port, children }),
  );
  await building;
  const backstage = await step('Backstage', () =>
    startBackstage({ env, node, sandbox, children }),
  );
  process.stdout.write(`${backstage.welcome(steps.elapsed())}\n`);

  for (const child of children) {
    child.exited.then(() => {
      if (!stopping) {
        process.stderr.write(
          `\n${child.title} has ended by itself. Details: ${child.logFile}\n`,
        );
        stop(1);
      }
    });
  }
}

main().catch(async error => {
  if (!stopping) {
    stopping = true;
    await Promise.all(children.map(child => child.stop()));
    fail(error, logFile);
  }
});
