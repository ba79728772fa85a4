/** Words of the sheets on which many agencies stand together. */
export type ManyTexts = {
  readonly summary: {
    readonly sheet: string;
    readonly title: string;
    readonly subtitle: (fiscalYear: number, agencies: number) => string;
    readonly kpi: {
      readonly mean: string;
      readonly median: string;
      readonly passed: string;
      readonly scored: string;
    };
    readonly limits: {
      readonly heading: string;
      readonly target: string;
      readonly urgentBelow: string;
      readonly improveBelow: string;
      readonly hint: string;
    };
    readonly grades: {
      readonly heading: string;
      readonly columns: readonly [grade: string, count: string, share: string];
      readonly none: string;
      readonly chart: string;
      readonly chartAlt: string;
      readonly series: string;
    };
    readonly figures: {
      readonly heading: string;
      readonly columns: readonly [
        code: string,
        name: string,
        count: string,
        mean: string,
        lower: string,
        median: string,
        upper: string,
        least: string,
        most: string,
        share: string,
      ];
      readonly chart: string;
      readonly chartAlt: string;
      readonly series: string;
      readonly target: string;
    };
    readonly groups: Readonly<Record<GroupKind, string>> & {
      readonly columns: readonly [name: string, count: string, mean: string, share: string];
      readonly unnamed: string;
    };
    readonly foot: string;
  };
  readonly agencies: {
    readonly sheet: (fiscalYear: number) => string;
    readonly title: (fiscalYear: number) => string;
    readonly hint: string;
    readonly rank: string;
    readonly agency: string;
    readonly kind: string;
    readonly district: string;
    readonly province: string;
    readonly total: string;
    readonly grade: string;
    readonly strictest: string;
    readonly change: (fiscalYear: number) => string;
    readonly part: (instrument: string, part: string) => string;
    readonly indicator: (id: number) => string;
    readonly urgent: string;
    readonly improve: string;
    readonly maintain: string;
    readonly weakest: string;
    readonly rankIn: Readonly<Record<GroupKind, string>>;
    readonly remarks: string;
    readonly source: string;
    readonly least: string;
    readonly strictestLeast: string;
    readonly printed: string;
    readonly id: string;
    /** Row of the scores' sheet on which the agency stands. */
    readonly line: string;
  };
  readonly scores: {
    readonly sheet: (fiscalYear: number) => string;
    readonly title: (fiscalYear: number) => string;
    readonly hint: string;
    /** Head of the column of a subject, as the reader knows it again. */
    readonly subject: {
      readonly indicator: (id: number) => string;
      readonly subIndicator: (id: string) => string;
      readonly part: (instrument: string, part: string) => string;
      readonly total: string;
    };
    readonly source: string;
  };
  readonly remarks: {
    readonly sheet: string;
    readonly title: string;
    readonly findings: string;
    readonly columns: readonly [agency: string, place: string, remark: string];
    readonly unread: string;
    readonly unreadColumns: readonly [file: string, cell: string, reason: string];
    readonly nothing: string;
    readonly twice: (agency: string) => string;
  };
  readonly footer: string;
};

/** Groups of agencies among which each is ranked. */
export type GroupKind = 'kind' | 'district' | 'province';

export const GROUP_KINDS: readonly GroupKind[] = ['kind', 'district', 'province'];
