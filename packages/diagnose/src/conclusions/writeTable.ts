import { Conclusion } from './Conclusion';
import { formatAge } from './formatAge';

const MOST_NAMES = 8;

/** One line an item, and below the ill ones what is known of them. */
export function writeTable(
  conclusions: Conclusion[],
  options: { now: Date; out: (text: string) => void },
): void {
  const { now, out } = options;
  if (conclusions.length === 0) {
    out('There is nothing that could be judged.\n');
    return;
  }
  const cells = conclusions.map(({ status, subject, cause = '', since }) => [
    status,
    subject,
    cause,
    since ? formatAge(since, now) : '',
  ]);
  const rows = [['STATUS', 'SUBJECT', 'CAUSE', 'SINCE'], ...cells];
  const widths = [0, 1, 2].map(column =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lineOf = (row: string[]) =>
    row
      .map((cell, column) => printable(cell).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  out(`${lineOf(rows[0])}\n`);
  conclusions.forEach((conclusion, index) => {
    out(`${lineOf(cells[index])}\n`);
    details(conclusion).forEach(line => out(`    ${printable(line)}\n`));
  });
}

function details(conclusion: Conclusion): string[] {
  const { evidence, says, root, impact = [], advice, until } = conclusion;
  if (!evidence) {
    return [];
  }
  const more = impact.length - MOST_NAMES;
  const names = impact.slice(0, MOST_NAMES).join(', ');
  return [
    `${evidence}: ${says}`,
    `hit by ${root}: ${names}${more > 0 ? ` and ${more} more` : ''}`,
    ...(until ? [`works until ${until}`] : []),
    `-> ${advice}`,
  ];
}

/** Text of objects may hold anything, also what a terminal would obey. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
