import { StateFolder } from '../state/StateFolder';
import { isFree } from './isFree';
import { portTaken } from './portTaken';

const BLOCK = 20;

/** Where in the block; whoever has a kept block keeps them. */
const OFFSETS = {
  backstage: 0,
  github: 1,
  http: 2,
  https: 3,
  platform: 4,
  'dev-1': 5,
  control: 6,
  // Each further cluster of a scenario takes one more.
  museum: 7,
  openstack: BLOCK - 1,
} as const;

/** Which port is for what. */
export type Ports = Record<keyof typeof OFFSETS, number>;

const FIRST = 7410;
const LAST = 65_000;

export interface ChoosePortsOptions {
  state: StateFolder;
  /** Begin with this one instead of the usual, and forget the kept ones. */
  first?: number;
  /** There are addresses with the kept ports in clones and in the catalog. */
  bound?: boolean;
}

/**
 * The ports of this sandbox: chosen once, as one block, and kept from then on,
 * because addresses end up in git remotes and catalog locations.
 *
 * @throws Error that says who holds a kept port, or what another port would
 * break, and what to do about it.
 */
export async function choosePorts(options: ChoosePortsOptions): Promise<Ports> {
  const { state, first, bound } = options;
  const kept = state.readJson<Ports>('ports.json');
  if (kept && (first === undefined || first === kept.backstage)) {
    const complete = { ...blockFrom(kept.backstage), ...kept };
    await requireFree(complete);
    return complete;
  }
  if (kept && bound) {
    throw new Error(
      `The repositories and services here have addresses from port ${kept.backstage} on. ` +
        `Start without --port, or with "npm start -- --reset --port ${first}" (this forgets them).`,
    );
  }
  const ports =
    first === undefined ? await findFreeBlock() : await requireBlock(first);
  state.writeJson(ports, 'ports.json');
  return ports;
}

function blockFrom(first: number): Ports {
  return Object.fromEntries(
    Object.entries(OFFSETS).map(([purpose, offset]) => [
      purpose,
      first + offset,
    ]),
  ) as Ports;
}

async function findFreeBlock(): Promise<Ports> {
  for (let first = FIRST; first < LAST; first += BLOCK) {
    const ports = blockFrom(first);
    const free = await Promise.all(Object.values(ports).map(isFree));
    if (free.every(Boolean)) {
      return ports;
    }
  }
  throw new Error('No free block of ports; choose one with --port.');
}

async function requireBlock(first: number): Promise<Ports> {
  if (!Number.isInteger(first) || first < 1024 || first > LAST) {
    throw new Error(`--port takes a number from 1024 to ${LAST}.`);
  }
  const ports = blockFrom(first);
  await requireFree(ports);
  return ports;
}

async function requireFree(ports: Ports): Promise<void> {
  for (const [purpose, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      throw new Error(
        `${portTaken(port, purpose)} End that, or start ` +
          `with "npm start -- --reset --port ${
            port + 100
          }" (this forgets the sandbox's repositories and services).`,
      );
    }
  }
}
