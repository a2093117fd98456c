import { part } from '../defaults/fields';
import { GroupVersionKind, JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';
import { isConfigKey } from './nameRules';

const REDACTED = '<secret contents redacted>';
const DOCKER = '.dockerconfigjson';
const TOKEN_OWNER = 'kubernetes.io/service-account.name';

/** Checks a ConfigMap or a Secret. */
export function checkData(
  object: JsonObject,
  { kind }: GroupVersionKind,
  errors: FieldErrors,
): void {
  const data = part(object, 'data') ?? {};
  const binary = part(object, 'binaryData') ?? {};
  for (const key of Object.keys(data).sort()) {
    errors.reasons(`data[${key}]`, key, isConfigKey(key));
    if (key in binary) {
      errors.invalid(
        `data[${key}]`,
        key,
        'duplicate of key present in binaryData',
      );
    }
  }
  for (const key of Object.keys(binary).sort()) {
    errors.reasons(`binaryData[${key}]`, key, isConfigKey(key));
  }
  if (kind === 'Secret') {
    checkSecretType(object, data, errors);
  }
}

function checkSecretType(
  secret: JsonObject,
  data: JsonObject,
  errors: FieldErrors,
) {
  const needs = (...keys: string[]) =>
    keys
      .filter(key => data[key] === undefined)
      .forEach(key => errors.required(`data[${key}]`));
  switch (secret.type) {
    case 'kubernetes.io/tls':
      needs('tls.crt', 'tls.key');
      break;
    case 'kubernetes.io/dockerconfigjson':
      needs(DOCKER);
      checkJson(data[DOCKER], errors);
      break;
    case 'kubernetes.io/basic-auth':
      if (data.username === undefined && data.password === undefined) {
        needs('username', 'password');
      }
      break;
    case 'kubernetes.io/ssh-auth':
      needs('ssh-privatekey');
      break;
    case 'kubernetes.io/service-account-token':
      if (!part(part(secret, 'metadata'), 'annotations')?.[TOKEN_OWNER]) {
        errors.required(`metadata.annotations[${TOKEN_OWNER}]`);
      }
      break;
    default:
  }
}

function checkJson(value: unknown, errors: FieldErrors) {
  const text = Buffer.from(String(value ?? ''), 'base64').toString();
  try {
    JSON.parse(text || '{}');
  } catch {
    errors.invalid(
      `data[${DOCKER}]`,
      REDACTED,
      `invalid character '${text[0]}' looking for beginning of value`,
    );
  }
}
