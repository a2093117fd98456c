/** The services that this package speaks to. @public */
export type OpenStackService =
  | 'keystone'
  | 'magnum'
  | 'nova'
  | 'neutron'
  | 'glance'
  | 'cinder';

/** What is known of a call that failed. @public */
export interface OpenStackErrorOptions {
  /** Name of the cloud. */
  cloud: string;
  /** Who was asked. */
  service: OpenStackService;
  /** Method and path, such as `POST /v3/auth/tokens`. */
  request: string;
  /** Absent when there was no answer. */
  status?: number;
  /** What the operators of the cloud find the call by. */
  requestId?: string;
  /** In the words of the cloud. */
  reason: string;
  /** Default: whether the status alone says so. */
  transient?: boolean;
}

/** A call to a cloud that failed. Holds no secret. @public */
export class OpenStackError extends Error {
  /** Name of the cloud. */
  readonly cloud: string;
  /** Who was asked. */
  readonly service: OpenStackService;
  /** Method and path, such as `POST /v3/auth/tokens`. */
  readonly request: string;
  /** Absent when there was no answer. */
  readonly status?: number;
  /** What the operators of the cloud find the call by. */
  readonly requestId?: string;
  /** In the words of the cloud. */
  readonly reason: string;
  /** Whether the same call may succeed a little later. */
  readonly transient: boolean;

  constructor(options: OpenStackErrorOptions) {
    super(wordsOf(options));
    this.name = 'OpenStackError';
    this.cloud = options.cloud;
    this.service = options.service;
    this.request = options.request;
    this.status = options.status;
    this.requestId = options.requestId;
    this.reason = options.reason;
    this.transient = options.transient ?? passes(options.status);
  }
}

function passes(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429);
}

function wordsOf(options: OpenStackErrorOptions): string {
  const { cloud, service, request, status, requestId, reason } = options;
  const facts = [
    request,
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ];
  const name = service[0].toUpperCase() + service.slice(1);
  return `${name} of cloud ${cloud}: ${reason} (${facts.join(', ')})`;
}
