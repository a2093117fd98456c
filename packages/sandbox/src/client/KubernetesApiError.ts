import { KubernetesStatus } from './types';

/** What an API server answered instead of success. */
export class KubernetesApiError extends Error {
  readonly code: number;
  /** `NotFound`, `AlreadyExists`, `Conflict`, `Invalid`, `Forbidden`, `Expired` ... */
  readonly reason: string;
  readonly body: KubernetesStatus;

  constructor(code: number, body: KubernetesStatus) {
    super(body.message ?? `the server answered ${code}`);
    this.name = 'KubernetesApiError';
    this.code = code;
    this.reason = body.reason ?? 'Unknown';
    this.body = body;
  }
}
