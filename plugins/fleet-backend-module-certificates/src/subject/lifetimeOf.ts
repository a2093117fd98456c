import { CertificateSlice } from '../slices';
import { millis } from './millis';

/** The times of a certificate, in milliseconds. */
export interface Lifetime {
  notAfter?: number;
  /** From `notBefore` to `notAfter`. */
  length?: number;
  /** When two thirds of it are over. */
  lastThird?: number;
  /** When its renewal is due. */
  renewal?: number;
  /** In which its renewal can be tried. */
  window?: number;
}

/** When a certificate begins, is renewed, and ends. */
export function lifetimeOf(slice: CertificateSlice): Lifetime {
  const notBefore = millis(slice.notBefore);
  const notAfter = millis(slice.notAfter);
  const length =
    notBefore !== undefined && notAfter !== undefined && notAfter > notBefore
      ? notAfter - notBefore
      : undefined;
  const lastThird =
    notAfter !== undefined && length !== undefined
      ? notAfter - length / 3
      : undefined;
  const renewal =
    notAfter === undefined ? undefined : millis(slice.renewalTime) ?? lastThird;
  return {
    notAfter,
    length,
    lastThird,
    renewal,
    window:
      notAfter !== undefined && renewal !== undefined
        ? Math.max(0, notAfter - renewal)
        : undefined,
  };
}
