import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';

/**
 * Gives a command to the running sandbox; its answer for people.
 *
 * @throws Error that says what to do when none runs or it refuses.
 */
export async function sendCommand(
  state: StateFolder,
  command: string[],
): Promise<string> {
  const ports = state.readJson<Ports>('ports.json');
  const response = await fetch(`http://127.0.0.1:${ports?.control ?? 1}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${state.secret('control')}` },
    body: JSON.stringify(command),
  }).catch(() => undefined);
  if (!response) {
    throw new Error('No sandbox is running here; start one with "npm start".');
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Error(text);
  }
  return text;
}
