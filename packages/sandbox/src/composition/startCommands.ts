import { startControl } from '../control/startControl';
import { Faults } from '../faults/Faults';
import { Museum } from '../museum/Museum';
import { StateFolder } from '../state/StateFolder';

export interface StartCommandsOptions {
  port: number;
  state: StateFolder;
  faults: Faults;
  museum: Museum;
  signal: AbortSignal;
}

/** Listens for what people ask of the running sandbox. */
export async function startCommands(
  options: StartCommandsOptions,
): Promise<void> {
  const { port, state, faults, museum, signal } = options;
  await startControl({
    port,
    token: state.secret('control'),
    commands: {
      faults: async () => faults.describe(),
      break: ([name, target]) => faults.break(name, target),
      heal: ([name, target]) => faults.heal(name, target),
      museum: async ([file]) => (file ? museum.show(file) : museum.clear()),
    },
    signal,
  });
}
