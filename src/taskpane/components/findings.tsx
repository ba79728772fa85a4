import { AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { Assessment } from '../../core/assess/assessment';
import { cellName, type CellRef } from '../../core/cell-address';
import { isRemark } from '../../core/read/reading';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';

const MOST_LINKS = 3;

/** What does not add up, and how cells were read; each leads to the cells that it is about. */
export const Findings = ({
  assessment: { findings, readingIssues, ruleSet },
  onShow,
}: {
  readonly assessment: Assessment;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const all = [
    ...readingIssues.map((issue) => ({
      isWarning: !isRemark(issue),
      text: messages.readingIssue(issue),
      cells: [issue.cell],
    })),
    ...findings.map((finding) => ({
      isWarning: finding.severity === 'warning',
      text: messages.finding(finding, ruleSet),
      cells: finding.cells,
    })),
  ];
  return (
    <AccordionItem value="findings">
      <AccordionHeader as="h2">
        {results.findings} {results.count(all.length)}
      </AccordionHeader>
      <AccordionPanel>
        {all.length === 0 && <p className={shared.text}>{results.noFindings}</p>}
        <ul className={shared.list}>
          {all.map(({ isWarning, text, cells }) => (
            <li key={text} className={shared.line}>
              <strong>{isWarning ? `⚠ ${results.warning}` : results.note}</strong> {text}{' '}
              {cells.slice(0, MOST_LINKS).map((cell) => (
                <Fragment key={cellName(cell)}>
                  <CellLink cell={cell} onShow={onShow} />{' '}
                </Fragment>
              ))}
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </AccordionItem>
  );
};
