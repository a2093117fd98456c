/** A process of Magnum. @public */
export interface MagnumService {
  /** A number. */
  id: number;
  /** Where it runs. */
  host: string;
  /** For example `magnum-conductor`. */
  binary: string;
  /** `up` or `down`. */
  state: string;
  /** How often it was heard of. */
  report_count: number;
  /** Whether an operator took it out. */
  disabled: boolean;
  /** The operator's. */
  disabled_reason?: string | null;
  /** With a time zone. */
  created_at?: string | null;
  /** With a time zone; `null` until something changed. */
  updated_at?: string | null;
}
