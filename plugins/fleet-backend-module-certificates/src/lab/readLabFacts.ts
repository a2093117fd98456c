import fs from 'node:fs';

/** Where the real cert-manager, ACME server and DNS of the lab are. */
export interface LabFacts {
  /** The administrator's; all PEM. */
  cluster: { server: string; ca: string; cert: string; key: string };
  acme: { server: string; ca: string };
  dns: { nameserver: string; keyName: string; key: string };
}

/** What the lab wrote when it came up; `undefined` where it does not run. */
export function readLabFacts(): LabFacts | undefined {
  const file = process.env.SLIPWAY_CONTRACT_CERTIFICATES;
  return file ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
