import { isRecord } from './isRecord';

/** A copy of a value without what a JSON pointer (`/spec/replicas`) leads to. */
export function removePointer(value: unknown, pointer: string): unknown {
  const [, first, ...rest] = pointer.split('/');
  const key = first?.replace(/~1/g, '/').replace(/~0/g, '~');
  if (Array.isArray(value)) {
    const index = Number(key);
    return value.flatMap((item, at) => {
      if (at !== index) {
        return [item];
      }
      return rest.length ? [removePointer(item, `/${rest.join('/')}`)] : [];
    });
  }
  if (!isRecord(value) || key === undefined || !(key in value)) {
    return value;
  }
  const { [key]: found, ...others } = value;
  return rest.length
    ? { ...value, [key]: removePointer(found, `/${rest.join('/')}`) }
    : others;
}
