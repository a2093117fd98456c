import { CertificateView } from './CertificateView';
import { DAY, HOUR, MINUTE } from './durations';

const DEFAULT_LENGTH = 90 * DAY;
const GO_UNITS: Record<string, number> = { h: HOUR, m: MINUTE, s: 1000 };

/** How long cert-manager may leave a certificate that is due alone. */
export function graceOf({ lifetime, certificate }: CertificateView): number {
  const length =
    lifetime.length ?? goDuration(certificate.slice.duration) ?? DEFAULT_LENGTH;
  return Math.min(HOUR, length / 100);
}

function goDuration(text: string | undefined): number | undefined {
  const parts = [...(text ?? '').matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  const length = parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * GO_UNITS[unit],
    0,
  );
  return length > 0 ? length : undefined;
}
