import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { plannedChanges, type ReplacedCell, type SheetChanges } from '../../app/planned-changes';
import { cellName, type CellRef } from '../../core/cell-address';
import type { ChangePlan } from '../../core/change-plan';
import type { Snapshot } from '../../core/snapshot';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';

/** More of one sheet are better seen in the sheet. */
const MOST_CELLS = 12;
const MOST_CHARACTERS = 120;

const useStyles = makeStyles({
  // The list opens in the foot, above the button that it is about.
  panel: { maxHeight: '28vh', overflowY: 'auto' },
  values: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    '& dd': { margin: 0 },
  },
});

const short = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

const Replaced = ({
  cell,
  before,
  after,
  onShow,
}: ReplacedCell & { readonly onShow: (cell: CellRef) => void }) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { preview } = useWords().results;
  return (
    <li className={shared.line}>
      <CellLink cell={cell} onShow={onShow} />
      <dl className={styles.values}>
        <dt>{preview.before}</dt>
        <dd>{preview.value(short(before))}</dd>
        <dt>{preview.after}</dt>
        <dd>{after === '' ? preview.blank : preview.value(short(after))}</dd>
      </dl>
    </li>
  );
};

const Sheet = ({
  changes: { sheet, kind, written, replaced },
  onShow,
}: {
  readonly changes: SheetChanges;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const { preview } = useWords().results;
  const kinds = { new: preview.newSheet, ours: preview.ownSheet, officers: preview.officerSheet };
  const left = replaced.length - MOST_CELLS;
  return (
    <li className={shared.line}>
      <strong>{sheet}</strong> · {kinds[kind]} · {preview.cells(written, replaced.length)}
      {replaced.length > 0 && (
        <ul className={shared.list}>
          {replaced.slice(0, MOST_CELLS).map((one) => (
            <Replaced key={cellName(one.cell)} {...one} onShow={onShow} />
          ))}
          {left > 0 && <li>{preview.more(left)}</li>}
        </ul>
      )}
    </li>
  );
};

/** What will be written: which sheets, how many cells, and what replaced cells hold before and after. */
export const PlanPreview = ({
  plan,
  snapshot,
  onShow,
}: {
  readonly plan: ChangePlan;
  readonly snapshot: Snapshot;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { preview } = useWords().results;
  const changes = useMemo(() => plannedChanges(plan, snapshot), [plan, snapshot]);
  return (
    <Accordion collapsible>
      <AccordionItem value="plan">
        <AccordionHeader size="small" as="h2">
          {preview.show}
        </AccordionHeader>
        <AccordionPanel>
          {/* What scrolls must be reached with the keyboard, also where nothing in it leads anywhere. */}
          <div role="region" aria-label={preview.show} tabIndex={0} className={styles.panel}>
            <ul className={shared.list}>
              {changes.map((one) => (
                <Sheet key={one.sheet} changes={one} onShow={onShow} />
              ))}
            </ul>
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
};
