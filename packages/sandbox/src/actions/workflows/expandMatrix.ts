import { Json } from '../../client';

export type MatrixValues = { [name: string]: Json };

// The limit of GitHub.
const MAX_JOBS = 256;

/** All combinations of a matrix, without `exclude`, with `include`. */
export function expandMatrix(matrix: Json | undefined): MatrixValues[] {
  if (matrix === undefined || matrix === null) {
    return [{}];
  }
  if (typeof matrix !== 'object' || Array.isArray(matrix)) {
    throw new Error('A mapping was expected for strategy.matrix');
  }
  const { include, exclude, ...axes } = matrix;
  let combinations: MatrixValues[] = [{}];
  for (const [name, values] of Object.entries(axes)) {
    if (!Array.isArray(values) || values.length === 0) {
      throw new Error(`Matrix vector '${name}' does not contain any values`);
    }
    combinations = combinations.flatMap(combination =>
      values.map(value => ({ ...combination, [name]: value })),
    );
    if (combinations.length > MAX_JOBS * 10) {
      break;
    }
  }
  const excluded = asObjects(exclude);
  combinations = combinations.filter(
    combination => !excluded.some(rule => fits(combination, rule)),
  );
  const result = addIncluded(
    combinations,
    asObjects(include),
    Object.keys(axes),
  );
  if (result.length === 0) {
    throw new Error('Matrix must define at least one vector');
  }
  if (result.length > MAX_JOBS) {
    throw new Error(
      `Strategy produced ${result.length} jobs, the maximum is ${MAX_JOBS}`,
    );
  }
  return result;
}

function addIncluded(
  combinations: MatrixValues[],
  included: MatrixValues[],
  axes: string[],
): MatrixValues[] {
  const originals = axes.length > 0 ? combinations : [];
  const result = originals.map(original => ({ ...original }));
  for (const extra of included) {
    const sameAxes = Object.fromEntries(
      Object.entries(extra).filter(([name]) => axes.includes(name)),
    );
    const targets = result.filter(
      (_, index) => originals[index] && fits(originals[index], sameAxes),
    );
    targets.forEach(target => Object.assign(target, extra));
    if (targets.length === 0) {
      result.push({ ...extra });
    }
  }
  return result;
}

function fits(combination: MatrixValues, rule: MatrixValues): boolean {
  return Object.entries(rule).every(
    ([name, value]) =>
      JSON.stringify(combination[name]) === JSON.stringify(value),
  );
}

function asObjects(list: Json | undefined): MatrixValues[] {
  return Array.isArray(list) ? (list as MatrixValues[]) : [];
}
