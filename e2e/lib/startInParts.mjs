// As `npm start`, but whoever started it can end Backstage alone and start it
// anew: the sandbox keeps what is broken in it. Plain JavaScript, as what it calls.
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

async function start(environment = {}) {
  await startBackstage({
    ...tools,
    sandbox: {
      ...sandbox,
      backstageEnvironment: { ...sandbox.backstageEnvironment, ...environment },
    },
    children: backstageParts,
  });
  process.send({ done: `Ready after ${steps.elapsed()}` });
}

async function end(how) {
  await Promise.all(backstageParts.map(part => part[how]()));
  backstageParts = [];
  process.send({ done: `Backstage: ${how}` });
}

process.on('message', async ({ order, environment }) => {
  await (order === 'start' ? start(environment) : end(order));
});

await start();
