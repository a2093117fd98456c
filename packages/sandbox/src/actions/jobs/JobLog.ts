import fs from 'node:fs';

// GitHub cuts single steps, too; a loop that prints must not fill the disk.
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_LINE = 64 * 1024;

/** The log of one job: each line with its time, without secrets, bounded. */
export class JobLog {
  readonly #file: string;
  readonly #now: () => Date;
  readonly #masks = new Set<string>();
  #bytes = 0;
  #lines = 0;

  static create(options: { file: string; now: () => Date }): JobLog {
    fs.writeFileSync(options.file, '', { mode: 0o600 });
    return new JobLog(options);
  }

  private constructor(options: { file: string; now: () => Date }) {
    this.#file = options.file;
    this.#now = options.now;
  }

  /** How many lines there are. */
  get lines(): number {
    return this.#lines;
  }

  /** Replaces a secret by `***` from now on, each line of it by itself. */
  mask(secret: string) {
    for (const line of secret.split(/\r?\n/)) {
      if (line.trim().length > 0) {
        this.#masks.add(line.trim());
      }
    }
  }

  /** The text without secrets. */
  masked(text: string): string {
    // Longest first: one secret may contain another.
    const masks = [...this.#masks].sort((a, b) => b.length - a.length);
    return masks.reduce((rest, mask) => rest.replaceAll(mask, '***'), text);
  }

  write(text: string) {
    if (this.#bytes > MAX_BYTES) {
      return;
    }
    const time = this.#now().toISOString().replace('Z', '0000Z');
    let block = '';
    for (const line of this.masked(text).split(/\r?\n/)) {
      const cut =
        line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)} [cut]` : line;
      block += `${time} ${cut}\n`;
      this.#lines += 1;
    }
    this.#bytes += block.length;
    if (this.#bytes > MAX_BYTES) {
      block += `${time} ##[warning]The log is longer than ${MAX_BYTES} bytes; the rest is not kept\n`;
      this.#lines += 1;
    }
    fs.appendFileSync(this.#file, block);
  }

  error(text: string) {
    this.write(`##[error]${text}`);
  }
}
