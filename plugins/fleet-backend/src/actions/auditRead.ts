import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { withAudit } from '../serve/audit/withAudit';
import { actorOf } from './actorOf';

/** Reads for an action, and tells the auditor by whom and of how it went. */
export function auditRead<T>(
  options: {
    auditor: AuditorService;
    credentials: BackstageCredentials;
    eventId: string;
    meta?: AuditorServiceCreateEventOptions['meta'];
  },
  read: () => Promise<T>,
): Promise<T> {
  const { auditor, credentials, eventId } = options;
  const meta = { ...options.meta, by: 'action', actor: actorOf(credentials) };
  return withAudit({ auditor, event: { eventId, meta } }, read);
}
