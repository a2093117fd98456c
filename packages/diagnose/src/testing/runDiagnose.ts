import { FleetDomain } from '@slipway/backstage-plugin-fleet-node/engine';
import { diagnose } from '../diagnose';

export interface DiagnoseRun {
  code: number;
  out: string;
  err: string;
}

/** The command line, in this process; it is 2026-11-22T10:00:00Z. */
export async function runDiagnose(
  domains: FleetDomain[],
  ...argv: string[]
): Promise<DiagnoseRun> {
  const run = { code: 0, out: '', err: '' };
  run.code = await diagnose({
    argv,
    domains,
    now: () => new Date('2026-11-22T10:00:00Z'),
    out: text => {
      run.out += text;
    },
    err: text => {
      run.err += text;
    },
  });
  return run;
}
