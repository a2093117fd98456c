import fs from 'node:fs/promises';
import { Authenticate } from './Authenticate';

/** A client certificate in files, read each time. */
export function certificateFiles(files: {
  certFile: string;
  keyFile: string;
}): Authenticate {
  return async ({ signal }) => {
    const read = (file: string) =>
      fs.readFile(file, { encoding: 'utf8', signal });
    const [cert, key] = await Promise.all([
      read(files.certFile),
      read(files.keyFile),
    ]);
    return { headers: {}, clientCertificate: { cert, key } };
  };
}
