import { AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { PlainAnalysis } from '../../app/analyst';
import { cellName, type CellRef } from '../../core/cell-address';
import type { Gap, GapCode, Readiness } from '../../core/measures/checked-documents';
import type { ResultsState } from '../../core/measures/results-state';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';

/** What is left is seen on the sheet of the readiness. */
const MOST_LINES = 8;
const MOST_LINKS = 3;
/** What is missing as a whole comes first. */
const ORDER: readonly GapCode[] = ['noDocument', 'noColumn', 'noRow', 'emptyCell'];

type Props = {
  readonly analysis: PlainAnalysis;
  readonly step: 'ready' | 'written';
  readonly onShow: (cell: CellRef) => void;
};

type Line = { readonly text: string; readonly cells: readonly CellRef[] };

const Lines = ({
  mark,
  lines,
  onShow,
}: Pick<Props, 'onShow'> & { readonly mark: string; readonly lines: readonly Line[] }) => {
  const shared = useSharedStyles();
  const { readiness } = useWords().results;
  const left = lines.length - MOST_LINES;
  return (
    <ul className={shared.list}>
      {lines.slice(0, MOST_LINES).map(({ text, cells }, index) => (
        // Rows that say the same miss the same, and none of the lines moves.
        <li key={index} className={shared.line}>
          <strong>{mark}</strong> {text}{' '}
          {cells.slice(0, MOST_LINKS).map((cell) => (
            <Fragment key={cellName(cell)}>
              <CellLink cell={cell} onShow={onShow} />{' '}
            </Fragment>
          ))}
        </li>
      ))}
      {left > 0 && <li className={shared.line}>{readiness.more(left)}</li>}
    </ul>
  );
};

/** A sheet that is not written yet cannot be gone to. */
const reachable = ({ analysis, step }: Props): ((cell: CellRef) => boolean) => {
  const toCome = analysis.plan.sheets.filter(({ exists }) => !exists).map(({ name }) => name);
  return ({ sheet }) => step === 'written' || !toCome.includes(sheet);
};

/** What is still missing of what the assessment asks for, and what should be looked at before it is published. */
export const DocumentReadiness = ({ readiness, ...props }: Props & { readonly readiness: Readiness }) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { demand: demandIn, gap, remark, verdict } = messages.documents;
  const gaps = readiness.demands
    .flatMap((demand) => demand.gaps)
    .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
  // Several demands may miss the same document.
  const sentence = ({ demand, code, params }: Gap): string =>
    code === 'noDocument' ? `${demandIn[demand]}: ${gap(code, params)}` : gap(code, params);
  const isThere = reachable(props);
  return (
    <AccordionItem value="readiness">
      <AccordionHeader as="h2">
        {results.readiness.title} {results.count(gaps.length)}
      </AccordionHeader>
      <AccordionPanel>
        <p className={shared.text}>
          <strong>
            {readiness.isReady ? `✓ ${results.readiness.ready}` : `✗ ${results.readiness.notReady}`}
          </strong>{' '}
          {verdict(readiness)}
        </p>
        <Lines
          mark={`☐ ${results.readiness.missing}`}
          lines={gaps.map((one) => ({
            text: sentence(one),
            cells: one.cell === null ? [] : [one.cell].filter(isThere),
          }))}
          onShow={props.onShow}
        />
        <Lines
          mark={`⚠ ${results.readiness.check}`}
          lines={readiness.remarks.map(({ code, params, cells }) => ({
            text: remark(code, params),
            cells: cells.filter(isThere),
          }))}
          onShow={props.onShow}
        />
      </AccordionPanel>
    </AccordionItem>
  );
};

/** How far the report of results has come: what is missing, and each division. */
export const ResultsReadiness = ({ state, ...props }: Props & { readonly state: ResultsState }) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { resultsVerdict, resultGap, progress, qrCode, name } = messages.documents;
  const gaps = [...state.gaps, ...state.withoutEvidence];
  const isThere = reachable(props);
  return (
    <AccordionItem value="results">
      <AccordionHeader as="h2">
        {name.results} {results.count(gaps.length)}
      </AccordionHeader>
      <AccordionPanel>
        <p className={shared.text}>
          <strong>
            {state.isReady ? `✓ ${results.readiness.ready}` : `✗ ${results.readiness.notReady}`}
          </strong>{' '}
          {resultsVerdict(state)}
        </p>
        <Lines
          mark={`☐ ${results.readiness.missing}`}
          lines={gaps.map((gap) => ({
            text: resultGap(gap),
            cells: gap.cell === null ? [] : [gap.cell].filter(isThere),
          }))}
          onShow={props.onShow}
        />
        {[...state.progress.map(progress), ...(state.asksForQrCode ? [qrCode] : [])].map((sentence) => (
          <p key={sentence} className={shared.text}>
            {sentence}
          </p>
        ))}
      </AccordionPanel>
    </AccordionItem>
  );
};
