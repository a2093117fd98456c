import { StatusCause, StatusError } from './StatusError';

/** What an error is about: `deployments.apps "x"`. */
export interface ErrorSubject {
  group: string;
  plural: string;
}

function detailsOf(subject: ErrorSubject, name?: string) {
  return {
    ...(name && { name }),
    ...(subject.group && { group: subject.group }),
    kind: subject.plural,
  };
}

/** `deployments.apps`, or just `pods` in the core group. */
function qualified(subject: ErrorSubject): string {
  return subject.group ? `${subject.plural}.${subject.group}` : subject.plural;
}

export function notFound(subject: ErrorSubject, name: string): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualified(subject)} "${name}" not found`,
    details: detailsOf(subject, name),
  });
}

export function noSuchResource(): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });
}

export function alreadyExists(
  subject: ErrorSubject,
  name: string,
): StatusError {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualified(subject)} "${name}" already exists`,
    details: detailsOf(subject, name),
  });
}

export function conflict(
  subject: ErrorSubject,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualified(
      subject,
    )} "${name}": ${why}`,
    details: detailsOf(subject, name),
  });
}

export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

export function unauthorized(): StatusError {
  return new StatusError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function methodNotAllowed(): StatusError {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function forbidden(
  subject: ErrorSubject,
  name: string | undefined,
  why: string,
  causes?: StatusCause[],
): StatusError {
  const about = name ? `${qualified(subject)} "${name}"` : qualified(subject);
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${about} is forbidden: ${why}`,
    details: { ...detailsOf(subject, name), ...(causes && { causes }) },
  });
}

/** 422; `kind` is the kind (`Deployment`), not the plural, as upstream has it. */
export function invalid(
  about: { group: string; kind: string },
  name: string,
  causes: StatusCause[],
): StatusError {
  const subject = about.group ? `${about.kind}.${about.group}` : about.kind;
  const parts = causes.map(cause => `${cause.field}: ${cause.message}`);
  const listed = parts.length === 1 ? parts[0] : `[${parts.join(', ')}]`;
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `${subject} "${name}" is invalid: ${listed}`,
    details: {
      ...(name && { name }),
      ...(about.group && { group: about.group }),
      ...(about.kind && { kind: about.kind }),
      causes,
    },
  });
}

export function expired(message: string, continueToken?: string): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message,
    continueToken,
  });
}
