import { isIP } from 'node:net';
import { Json } from '../../../client/types';

/** Why a value is not acceptable; empty when it is. */
export type NameRule = (value: string) => string[];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${QUALIFIED})?`;
const CONFIG_KEY = '[-._a-zA-Z0-9]+';
const WILDCARD = `\\*\\.${SUBDOMAIN}`;

const ONLY_WORD_CHARACTERS =
  "consist of alphanumeric characters, '-', '_' or '.'";
const QUALIFIED_DETAIL = `must ${ONLY_WORD_CHARACTERS}, and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}')`;

function isMatch(expression: string, value: string): boolean {
  return new RegExp(`^(?:${expression})$`).test(value);
}

function tooLong(value: string, most: number, unit = 'characters'): string[] {
  return value.length > most ? [`must be no more than ${most} ${unit}`] : [];
}

/** RFC 1123 label: `web`. */
export const isLabelName: NameRule = value => [
  ...tooLong(value, 63),
  ...(isMatch(LABEL, value)
    ? []
    : [
        `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
      ]),
];

/** RFC 1123 subdomain: `web.example.com`. */
export const isSubdomain: NameRule = value => [
  ...tooLong(value, 253),
  ...(isMatch(SUBDOMAIN, value)
    ? []
    : [
        `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
      ]),
];

/** The name of a namespace or a service. */
export const isUndottedName: NameRule = value =>
  value.includes('.') ? ['must not contain dots'] : isLabelName(value);

/** RBAC names: anything that fits into a path. */
export const isPathSegment: NameRule = value => {
  if (value === '.' || value === '..') {
    return [`may not be '${value}'`];
  }
  return ['/', '%']
    .filter(character => value.includes(character))
    .map(character => `may not contain '${character}'`);
};

/** `example.com/name` or `name`: the keys of labels and annotations. */
export const isQualifiedName: NameRule = value => {
  const parts = value.split('/');
  const name = parts[parts.length - 1];
  if (parts.length > 2) {
    return [
      `a valid label key ${QUALIFIED_DETAIL} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const errors = [];
  if (parts.length === 2) {
    errors.push(
      ...(parts[0] === ''
        ? ['prefix part must be non-empty']
        : isSubdomain(parts[0]).map(reason => `prefix part ${reason}`)),
    );
  }
  if (name === '') {
    errors.push('name part must be non-empty');
  } else {
    errors.push(...tooLong(name, 63).map(reason => `name part ${reason}`));
  }
  if (!isMatch(QUALIFIED, name)) {
    errors.push(`name part ${QUALIFIED_DETAIL}`);
  }
  return errors;
};

export const isLabelValue: NameRule = value => [
  ...tooLong(value, 63, 'bytes'),
  ...(isMatch(LABEL_VALUE, value)
    ? []
    : [
        `a valid label must be an empty string or ${ONLY_WORD_CHARACTERS}, and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${LABEL_VALUE}')`,
      ]),
];

/** A key of a ConfigMap or a Secret. */
export const isConfigKey: NameRule = value => {
  if (!isMatch(CONFIG_KEY, value)) {
    return [
      `a valid config key must ${ONLY_WORD_CHARACTERS} (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '${CONFIG_KEY}')`,
    ];
  }
  if (value === '.' || value === '..') {
    return [`must not be '${value}'`];
  }
  return tooLong(value, 253);
};

/** A named port, as IANA allows it. */
export const isPortName: NameRule = value => {
  const errors = tooLong(value, 15);
  if (!/^[-a-z0-9]+$/.test(value)) {
    errors.push(
      'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    );
  } else if (!/[a-z]/.test(value)) {
    errors.push('must contain at least one letter (a-z)');
  } else if (value.includes('--')) {
    errors.push('must not contain consecutive hyphens');
  } else if (/^-|-$/.test(value)) {
    errors.push('must not begin or end with a hyphen');
  }
  return errors;
};

/** A host of an ingress: a subdomain, or one with a wildcard before it. */
export const isHost: NameRule = value => {
  if (isIP(value)) {
    return ['must be a DNS name, not an IP address'];
  }
  if (!value.includes('*')) {
    return isSubdomain(value);
  }
  return isMatch(WILDCARD, value)
    ? []
    : [
        `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '${WILDCARD}')`,
      ];
};

/** A port by number or by name. */
export function isPort(value: Json | undefined): string[] {
  if (typeof value === 'string') {
    return isPortName(value);
  }
  const isNumber = typeof value === 'number' && value >= 1 && value <= 65535;
  return isNumber ? [] : ['must be between 1 and 65535, inclusive'];
}
