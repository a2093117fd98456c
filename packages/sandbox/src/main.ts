import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasRepositories } from './composition/hasRepositories';
import { people } from './composition/people';
import { Sandbox, startSandbox } from './composition/startSandbox';
import { sendCommand } from './control/sendCommand';
import { findScenario } from './museum/findScenario';
import { choosePorts } from './ports/choosePorts';
import { StateFolder } from './state/StateFolder';

const USAGE = `npm run sandbox                              starts just the sandbox
npm run sandbox -- faults                    what can be broken, and what is
npm run sandbox -- break <fault> [target]    breaks it
npm run sandbox -- heal [fault] [target]     mends it, or everything
npm run sandbox -- museum [scenario]         shows a scenario of corpus/, or a file, in clusters of its own; nothing: closes them`;

async function main() {
  const { positionals, values } = readArguments();
  const state = StateFolder.open(process.env.SLIPWAY_STATE ?? '.sandbox');
  const [command = 'run', ...args] = positionals;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
  } else if (command === 'run') {
    await runSandbox(state, values.port);
  } else {
    const words =
      command === 'museum'
        ? args.map(arg => findScenario(path.resolve('corpus'), arg))
        : args;
    process.stdout.write(`${await sendCommand(state, [command, ...words])}\n`);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: { port: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function runSandbox(state: StateFolder, port?: string) {
  const stopping = new AbortController();
  const ports = await choosePorts({
    state,
    first: port === undefined ? undefined : Number(port),
    bound: hasRepositories(state),
  });
  const sandbox = await startSandbox({
    state,
    ports,
    // The scripts start us at the root of the repository.
    platformFolder: path.resolve('platform'),
    signal: stopping.signal,
    log: line => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stopping.abort());
  }
  announce(sandbox, state);
  await sandbox.stopped;
  process.exit(0);
}

// Under `npm start` the starter speaks to people; alone, we do.
function announce(sandbox: Sandbox, state: StateFolder) {
  const { endpoints, backstageEnvironment, trust } = sandbox;
  if (process.send) {
    process.send({
      ready: { endpoints, backstageEnvironment, people, trust },
    });
    return;
  }
  state.writeJson(endpoints, 'endpoints.json');
  process.stdout.write(
    [
      'The sandbox is up. Ctrl-C ends it.',
      `  GitHub       ${endpoints.github.web}`,
      ...endpoints.clusters.map(
        ({ name, kubeconfig }) =>
          `  ${name.padEnd(
            12,
          )} kubectl --kubeconfig "${kubeconfig}" get pods -A`,
      ),
      `  Addresses and credentials: ${state.path('endpoints.json')}`,
      '',
    ].join('\n'),
  );
}

main().catch(error => {
  // Under `npm start` our output is a log; alone, a person reads it.
  process.send?.({ error: error.message });
  process.stderr.write(`${process.send ? error.stack : error.message}\n`);
  process.exit(1);
});
