import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isTokenExpired } from '@slipway/backstage-plugin-fleet-node';
import { TaskContext } from './TaskContext';

export interface AuthorizeTaskOptions {
  /** What is asked, the same in every run of the task. */
  key: string;
  /** @throws NotAllowedError */
  authorize(credentials: BackstageCredentials): Promise<void>;
}

/**
 * Asks whether the initiator may. A task that goes on after a restart may find
 * their token expired: then it counts what they were told when it was not.
 */
export async function authorizeTask(
  ctx: Pick<TaskContext, 'checkpoint' | 'getInitiatorCredentials'>,
  { key, authorize }: AuthorizeTaskOptions,
): Promise<void> {
  let expired: unknown;
  try {
    await authorize(await ctx.getInitiatorCredentials());
  } catch (error) {
    if (!isTokenExpired(error)) {
      throw error;
    }
    expired = error;
  }
  await ctx.checkpoint({
    key: `magnum.allowed.${key}`,
    async fn() {
      if (expired) {
        throw expired;
      }
      return { allowed: true };
    },
  });
}
