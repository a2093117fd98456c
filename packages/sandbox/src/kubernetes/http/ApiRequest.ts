import { IncomingMessage, ServerResponse } from 'node:http';
import { UserInfo } from '../types';
import { RequestInfo } from './parseRequestInfo';

/** A request after authentication, with where its answer goes. */
export interface ApiRequest {
  incoming: IncomingMessage;
  response: ServerResponse;
  url: URL;
  info: RequestInfo;
  user: UserInfo;
  /** Aborts when the caller goes away or the server stops. */
  signal: AbortSignal;
}
