import { readFileSync } from 'node:fs';
import { SaidSettings } from './CloudSettings';

const BEGIN = '-----BEGIN CERTIFICATE-----';

/** CAs as PEM, from a file or from the configuration itself. */
export function readAuthorities(said: SaidSettings): string | undefined {
  const { caData, caFile } = said.settings;
  if (caData) {
    const text = caData.includes(BEGIN)
      ? caData
      : Buffer.from(caData, 'base64').toString();
    return check(text, said.nameOf('caData'));
  }
  return caFile
    ? check(readFile(caFile, said), said.nameOf('caFile'))
    : undefined;
}

function readFile(file: string, said: SaidSettings): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${said.nameOf('caFile')}: cannot read ${file}`);
  }
}

function check(text: string, name: string): string {
  if (!text.includes(BEGIN)) {
    throw new Error(`${name} has no certificate in it`);
  }
  return text;
}
