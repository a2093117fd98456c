import { CallOptions } from '../transport/CallOptions';

/** A call below `/v1`. */
export interface MagnumCall extends CallOptions {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments, unencoded. */
  path: string[];
  query?: Record<string, string>;
  body?: unknown;
  /** The first microversion that has it, if not all have. */
  since?: string;
}

/** A GET below `/v1`. */
export type MagnumRead = Omit<MagnumCall, 'method' | 'body'>;
