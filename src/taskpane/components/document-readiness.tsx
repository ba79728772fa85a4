import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Fragment } from 'react';
import { cellName, type CellRef } from '../../core/cell-address';
import type { Gap, GapCode, Readiness } from '../../core/measures/checked-documents';
import { useSharedStyles } from '../theme';
import { CellLink } from './cell-link';
import type { DocumentProps } from './document-sections';

/** What is left is seen on the sheet of the readiness. */
const MOST_LINES = 8;
const MOST_LINKS = 3;
/** What is missing as a whole comes first. */
const ORDER: readonly GapCode[] = ['noDocument', 'noColumn', 'noRow', 'emptyCell'];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
});

type Line = { readonly text: string; readonly cells: readonly CellRef[] };

const Lines = ({
  mark,
  lines,
  hasSheet,
  texts,
  onShow,
}: Pick<DocumentProps, 'texts' | 'onShow'> & {
  readonly mark: string;
  readonly lines: readonly Line[];
  readonly hasSheet: (cell: CellRef) => boolean;
}) => {
  const styles = useStyles();
  const left = lines.length - MOST_LINES;
  return (
    <ul className={styles.list}>
      {lines.slice(0, MOST_LINES).map(({ text, cells }, index) => (
        // Rows that say the same miss the same, and none of the lines moves.
        <li key={index} className={styles.line}>
          <strong>{mark}</strong> {text}{' '}
          {cells
            .filter(hasSheet)
            .slice(0, MOST_LINKS)
            .map((cell) => (
              <Fragment key={cellName(cell)}>
                <CellLink cell={cell} texts={texts} onShow={onShow} />{' '}
              </Fragment>
            ))}
        </li>
      ))}
      {left > 0 && <li className={styles.line}>{texts.readiness.more(left)}</li>}
    </ul>
  );
};

/** What is still missing of what the assessment asks for, and what should be looked at before it is published. */
export const DocumentReadiness = ({
  readiness,
  analysis,
  step,
  texts,
  messages,
  onShow,
}: DocumentProps & { readonly readiness: Readiness }) => {
  const shared = useSharedStyles();
  const { demand: demandIn, gap, remark, verdict } = messages.documents;
  const gaps = readiness.demands
    .flatMap((demand) => demand.gaps)
    .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
  // Several demands may miss the same document.
  const sentence = ({ demand, code, params }: Gap): string =>
    code === 'noDocument' ? `${demandIn[demand]}: ${gap(code, params)}` : gap(code, params);
  // A sheet that is not written yet cannot be gone to.
  const toCome = analysis.plan.sheets.filter(({ exists }) => !exists).map(({ name }) => name);
  const hasSheet = ({ sheet }: CellRef): boolean => step === 'written' || !toCome.includes(sheet);
  return (
    <AccordionItem value="readiness">
      <AccordionHeader>
        {texts.readiness.title} {gaps.length}
      </AccordionHeader>
      <AccordionPanel>
        <p className={shared.text}>
          <strong>
            {readiness.isReady ? `✓ ${texts.readiness.ready}` : `✗ ${texts.readiness.notReady}`}
          </strong>{' '}
          {verdict(readiness)}
        </p>
        <Lines
          mark={`☐ ${texts.readiness.missing}`}
          lines={gaps.map((one) => ({ text: sentence(one), cells: one.cell === null ? [] : [one.cell] }))}
          hasSheet={hasSheet}
          texts={texts}
          onShow={onShow}
        />
        <Lines
          mark={`⚠ ${texts.readiness.check}`}
          lines={readiness.remarks.map(({ code, params, cells }) => ({ text: remark(code, params), cells }))}
          hasSheet={hasSheet}
          texts={texts}
          onShow={onShow}
        />
      </AccordionPanel>
    </AccordionItem>
  );
};
