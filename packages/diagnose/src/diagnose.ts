import {
  FleetDomain,
  ProblemReporter,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { DiagnoseArguments, readArguments, USAGE } from './arguments';
import { conclude, writeJson, writeTable } from './conclusions';
import { InputError } from './InputError';
import { judgeFiles } from './input';
import { Judgement } from './Judgement';
import { judgeLive } from './live';

export interface DiagnoseOptions {
  argv: string[];
  domains: FleetDomain[];
  now: () => Date;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Reads what the arguments name, writes what is wrong, returns the exit code. */
export async function diagnose(options: DiagnoseOptions): Promise<number> {
  const { domains, out, err } = options;
  try {
    const asked = readArguments(options.argv, domains);
    if (asked.help) {
      out(USAGE);
      return 0;
    }
    const { engine, now } = await judge(asked, {
      ...options,
      now: asked.now ?? options.now(),
    });
    const conclusions = conclude(engine.items(), asked.domains);
    if (asked.json) {
      writeJson(conclusions, out);
    } else {
      writeTable(conclusions, { now, out });
    }
    return 0;
  } catch (error) {
    if (error instanceof InputError) {
      err(`diagnose: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

async function judge(
  asked: DiagnoseArguments,
  options: Pick<DiagnoseOptions, 'domains' | 'err'> & { now: Date },
): Promise<Judgement> {
  const { domains, err, now } = options;
  const note = (text: string) => err(`diagnose: ${text}\n`);
  const onProblem: ProblemReporter = ({ domain, step, subject, error }) =>
    note(`${domain} failed at ${subject} (${step}): ${error.message}`);
  return asked.live
    ? await judgeLive({ ...asked.live, domains, now, note, onProblem })
    : await judgeFiles({ asked, domains, now, onProblem });
}
