import { sanitizeName } from './sanitizeName';

type GoFunction = (...args: any[]) => unknown;

/** What Go templates count as false. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value) || typeof value === 'string') {
    return value.length > 0;
  }
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : Boolean(value);
}

/** A value as a Go template prints it. */
export function print(value: unknown): string {
  return value === undefined || value === null ? '<no value>' : String(value);
}

/** The functions of Go templates and of sprig that ApplicationSets here may use. */
export const goFunctions: Record<string, GoFunction> = {
  and: (...args) => args.find(arg => !isTruthy(arg)) ?? args.at(-1),
  or: (...args) => args.find(isTruthy) ?? args.at(-1),
  not: value => !isTruthy(value),
  eq: (first, ...others) => others.some(other => other === first),
  ne: (a, b) => a !== b,
  len: value => (value as string | unknown[]).length,
  index: (value, ...keys) =>
    keys.reduce((inner, key) => inner?.[key as keyof typeof inner], value),
  printf: (format: string, ...args) => {
    let at = 0;
    return format.replace(/%[sdvq]/g, verb =>
      verb === '%q' ? JSON.stringify(args[at++]) : print(args[at++]),
    );
  },
  default: (fallback, value) => (isTruthy(value) ? value : fallback),
  toString: print,
  quote: value => JSON.stringify(print(value)),
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  trim: (text: string) => text.trim(),
  trimPrefix: (prefix: string, text: string) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  trimSuffix: (suffix: string, text: string) =>
    suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  replace: (from: string, to: string, text: string) =>
    text.replaceAll(from, to),
  contains: (part: string, text: string) => text.includes(part),
  hasPrefix: (prefix: string, text: string) => text.startsWith(prefix),
  hasSuffix: (suffix: string, text: string) => text.endsWith(suffix),
  splitList: (separator: string, text: string) => text.split(separator),
  join: (separator: string, list: unknown[]) => list.map(print).join(separator),
  trunc: (length: number, text: string) =>
    length < 0 ? text.slice(length) : text.slice(0, length),
  normalize: sanitizeName,
};
