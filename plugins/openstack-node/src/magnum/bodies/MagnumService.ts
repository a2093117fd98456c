/** A process of Magnum. @public */
export interface MagnumService {
  id: number;
  host: string;
  binary: string;
  /** `up` or `down`. */
  state: string;
  report_count: number;
  disabled: boolean;
  disabled_reason?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}
