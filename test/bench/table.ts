import type { Figure } from './measurement';

const headings = ['figure', 'limit', 'measured', 'met'];

/** The figures as aligned columns, one line each. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(cells)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ').trimEnd();
  return [line(headings), widths.map((width) => '-'.repeat(width)).join('   '), ...rows.slice(1).map(line)].join('\n');
}

function cells({ name, measured, unit, limit }: Figure): string[] {
  if (limit === undefined) return [name, '', withUnit(measured, unit), ''];
  return [name, withUnit(limit, unit), withUnit(measured, unit), measured <= limit ? 'yes' : 'NO'];
}

/** Three significant digits are as many as two runs share. */
function withUnit(value: number, unit: string): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(3));
  return unit === '' ? String(rounded) : `${rounded} ${unit}`;
}
