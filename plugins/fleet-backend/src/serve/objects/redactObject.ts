const REDACTED = '[redacted]';

/** Annotations that repeat the whole object. */
const COPIES = ['kubectl.kubernetes.io/last-applied-configuration'];

/** Fields whose texts are secrets whatever the object is. */
const SECRET_FIELD =
  /(token|password|passwd|passphrase|secret|secretkey|privatekey|apikey|accesskey|clientsecret|authorization|jitconfig|credentials)$/i;

/**
 * Secrets within texts: JSON web tokens, bearer tokens, keys, `--token=…`, user
 * and password of URLs. Each begins only where a run of its characters does:
 * a text of a megabyte, made for it, must not take more than one look.
 */
const SECRET_TEXTS: [RegExp, string][] = [
  [/(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/(\bbearer\s+)[^\s'"]+/gi, `$1${REDACTED}`],
  [
    /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?(-----END \1PRIVATE KEY-----|$)/g,
    REDACTED,
  ],
  [/((?:token|password|secret|api-?key)[=:]\s*)[^\s'"&]+/gi, `$1${REDACTED}`],
  [/((?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${REDACTED}@`],
];

type Json = Record<string, unknown>;

/** An object of a cluster as it may be shown: without what is secret in it. */
export function redactObject(object: Json): Json {
  const isSecret = object.kind === 'Secret' && object.apiVersion === 'v1';
  return Object.fromEntries(
    Object.entries(object).flatMap(([field, value]) => {
      if (isSecret && (field === 'data' || field === 'stringData')) {
        return [[field, hideValues(value)]];
      }
      return field === 'metadata'
        ? [[field, redactMetadata(value)]]
        : [[field, redactField(field, value)]];
    }),
  );
}

function redactMetadata(metadata: unknown): unknown {
  if (!isRecord(metadata)) {
    return redactValue(metadata);
  }
  const { managedFields, annotations, ...rest } = metadata;
  return {
    ...(redactValue(rest) as Json),
    ...(isRecord(annotations) && {
      annotations: redactValue(
        Object.fromEntries(
          Object.entries(annotations).filter(([key]) => !COPIES.includes(key)),
        ),
      ),
    }),
  };
}

function redactField(field: string, value: unknown): unknown {
  if (field === 'env' && Array.isArray(value)) {
    return value.map(redactVariable);
  }
  // `secretName: x` and `tokenSecretRef: {...}` only say where a secret is.
  return typeof value === 'string' && SECRET_FIELD.test(field)
    ? REDACTED
    : redactValue(value);
}

function redactVariable(variable: unknown): unknown {
  return isRecord(variable) && 'value' in variable
    ? { ...(redactValue(variable) as Json), value: REDACTED }
    : redactValue(variable);
}

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return SECRET_TEXTS.reduce(
      (text, [pattern, instead]) => text.replace(pattern, instead),
      value,
    );
  }
  if (Array.isArray(value)) {
    return value.map(redactValue);
  }
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([field, inner]) => [
          field,
          redactField(field, inner),
        ]),
      )
    : value;
}

function hideValues(value: unknown): unknown {
  return isRecord(value)
    ? Object.fromEntries(Object.keys(value).map(key => [key, REDACTED]))
    : REDACTED;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
