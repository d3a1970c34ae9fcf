import type { ProjectName } from './projects';

export interface DemoDocument {
  readonly kind: 'invoice' | 'creditNote' | 'protocol';
  readonly number: string;
  readonly amount: string;
  readonly currency?: 'EUR';
  /** Days from today. */
  readonly issued: number;
  readonly due: number;
  readonly settled?: number;
}

/** Invoices and protocols of each project's first deal: some paid, one overdue, one that nobody has signed yet. */
export const documents: Partial<Readonly<Record<ProjectName, readonly DemoDocument[]>>> = {
  portal: [
    { kind: 'invoice', number: 'FV/31', amount: '38000.00', issued: -32, due: -18, settled: -17 },
    { kind: 'invoice', number: 'FV/38', amount: '32075.00', issued: -3, due: 11 },
    { kind: 'protocol', number: 'PO/4', amount: '32075.00', issued: -10, due: -2 },
  ],
  warehouse: [
    { kind: 'invoice', number: 'FV/22', amount: '41000.00', issued: -60, due: -46, settled: -40 },
    { kind: 'invoice', number: 'FV/29', amount: '27600.00', issued: -35, due: -14 },
    { kind: 'creditNote', number: 'KOR/2', amount: '-1200.00', issued: -30, due: -16, settled: -16 },
  ],
  configurator: [{ kind: 'invoice', number: 'FV/EXP/5', amount: '6400.00', currency: 'EUR', issued: -20, due: 5 }],
};
