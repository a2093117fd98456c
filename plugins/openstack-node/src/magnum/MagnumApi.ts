import { CallOptions } from '../transport/CallOptions';
import { MagnumMicroversion } from './bodies';

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

/** How answers of Magnum are asked for and understood. */
export interface MagnumApi {
  microversion(options: CallOptions): Promise<MagnumMicroversion>;
  get<T>(call: Omit<MagnumCall, 'method'>): Promise<T>;
  /** All pages. */
  list<T>(call: Omit<MagnumCall, 'method'>, key: string): Promise<T[]>;
  /** A change that is answered with an object. */
  send<T>(call: MagnumCall): Promise<T>;
  /** A change whose answer says nothing. */
  order(call: MagnumCall): Promise<void>;
  remove(call: Omit<MagnumCall, 'method'>): Promise<void>;
  /** A certificate. */
  pem(call: MagnumCall): Promise<string>;
}
