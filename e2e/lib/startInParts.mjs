// As `npm start`, but on SIGUSR2 Backstage alone is started anew: the sandbox
// keeps what is broken in it. Plain JavaScript, as what it calls.
import { holdFolder } from '../../scripts/lib/holdFolder.mjs';
import { stateFolder } from '../../scripts/lib/paths.mjs';
import { startBackstage } from '../../scripts/lib/startBackstage.mjs';
import { startSandbox } from '../../scripts/lib/startSandbox.mjs';
import { createSteps } from '../../scripts/lib/steps.mjs';
import { prepare } from '../../scripts/lib/toolchain.mjs';

holdFolder(stateFolder);
const steps = createSteps({});
const tools = await prepare(steps);
const sandboxParts = [];
let backstageParts = [];

async function stop() {
  await Promise.all(
    [...backstageParts, ...sandboxParts].map(part => part.stop()),
  );
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

const sandbox = await startSandbox({ ...tools, children: sandboxParts });

async function start() {
  await startBackstage({ ...tools, sandbox, children: backstageParts });
  process.stdout.write(`Ready after ${steps.elapsed()}\n`);
}

process.on('SIGUSR2', async () => {
  await Promise.all(backstageParts.map(part => part.stop()));
  backstageParts = [];
  await start();
});

await start();
