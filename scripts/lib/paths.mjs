import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Node, Yarn and the notes of what is installed; git-ignored. */
export const toolchainFolder = path.join(root, '.toolchain');

/** Where `npm start` keeps everything, unless SLIPWAY_STATE says otherwise. */
export const stateFolder = path.resolve(
  process.env.SLIPWAY_STATE ?? path.join(root, '.sandbox'),
);
