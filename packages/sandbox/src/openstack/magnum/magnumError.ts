import { ErrorRequestHandler, Response } from 'express';
import { ServiceError } from '../http/ServiceError';

/** Magnum's form of a refusal; it has no text for what its router refuses. */
export function magnumError(error: {
  status: number;
  code?: string;
  message?: string;
}) {
  const { status, code = '', message = '' } = error;
  // The title is all before the first full stop, even one inside a name.
  const [title] = message.split('.');
  return {
    errors: [
      { request_id: '', code, status, title, detail: message, links: [] },
    ],
  };
}

/** Refuses as the router does, without a word. */
export function refuseSilently(res: Response, status: number): void {
  // The router refuses before anybody has thought of versions.
  res
    .getHeaderNames()
    .filter(name => name.startsWith('openstack-api-'))
    .forEach(name => res.removeHeader(name));
  res.status(status).json(magnumError({ status }));
}

export const handleMagnumError: ErrorRequestHandler = (
  error,
  _req,
  res,
  _next,
) => {
  const status = error instanceof ServiceError ? error.status : 500;
  res.status(status).json(
    magnumError({
      status,
      code: status < 500 ? 'client' : 'server',
      message: error.message,
    }),
  );
};

export function notFound(kind: string, ident: string): ServiceError {
  return new ServiceError(404, `${kind} ${ident} could not be found.`);
}

export function invalid(
  field: string,
  value: string,
  reason: string,
): ServiceError {
  return new ServiceError(
    400,
    `Invalid input for field/attribute ${field}. Value: '${value}'. ${reason}`,
  );
}
