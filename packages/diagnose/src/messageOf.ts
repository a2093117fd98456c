import { textOf } from '@slipway/backstage-plugin-fleet-node/engine';

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return textOf(error, 'message') ?? String(error);
}
