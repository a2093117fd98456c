import { Condition } from '@slipway/backstage-plugin-fleet-node/engine';

/** What a condition says. */
export function conditionWords(condition: Condition): string {
  const { type, status, reason, message } = condition;
  return message ?? reason ?? `${type}: ${status}`;
}
