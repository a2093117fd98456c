import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Does something and tells the auditor of it and of how it went. */
export async function withAudit<T>(
  options: {
    auditor: AuditorService;
    event: AuditorServiceCreateEventOptions;
    /** What is added about the result. */
    metaOf?(result: T): Record<string, string | undefined>;
  },
  action: () => Promise<T>,
): Promise<T> {
  const event = await options.auditor.createEvent(options.event);
  try {
    const result = await action();
    const meta = options.metaOf?.(result);
    await event.success(meta && { meta });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
