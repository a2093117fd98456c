import { UserInfo } from '../types';

/** What every write may ask for. */
export interface WriteOptions {
  user: UserInfo;
  fieldManager: string;
  dryRun?: boolean;
  /** @default 'Warn' */
  fieldValidation?: 'Ignore' | 'Warn' | 'Strict';
  /** The object comes from server-side apply, which keeps `managedFields` itself. */
  isApplied?: boolean;
  /** Takes what is answered beside the result, as `Warning:` headers. */
  warn?: (text: string) => void;
}
