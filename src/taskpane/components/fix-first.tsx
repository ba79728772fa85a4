import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { linesToName, regrouped, signed, waysForward } from '../../app/messages/outlook-messages';
import { outlookOf } from '../../app/outlook';
import type { Assessment } from '../../core/assess/assessment';
import type { GainLine } from '../../core/assess/gains';
import { whatIf } from '../../core/assess/what-if';
import { subjectKey } from '../../core/read/reading';
import type { TriageLevel } from '../../core/rule-set';
import { readNumberText } from '../../core/text/numbers';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  numbers: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  input: { maxWidth: '100%' },
  outcome: {
    // Stays in sight while scores are tried, down to the edge of what scrolls.
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    zIndex: 1,
  },
});

/** Scores that are being tried, as they were typed, by subject. */
type Tried = Readonly<Record<string, string>>;

/** The score that a text says; null where it says none on the scale. */
const scoreIn = (text: string, { scale: { min, max } }: Assessment['ruleSet']): number | null => {
  const read = readNumberText(text);
  return read.kind === 'number' && read.value >= min && read.value <= max ? read.value : null;
};

const Line = ({
  line,
  assessment: { ruleSet },
  text,
  onType,
}: {
  readonly line: GainLine;
  readonly assessment: Assessment;
  readonly text: string;
  readonly onType: (text: string) => void;
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { fixFirst, score } = results;
  const { subject, kind } = line;
  const name = messages.outlook.lineName(line, ruleSet);
  const item = subject.kind === 'item' ? ruleSet.items.find(({ id }) => id === subject.id) : undefined;
  const { max, decimals } = ruleSet.scale;
  const isWrong = text.trim() !== '' && scoreIn(text, ruleSet) === null;
  return (
    <li className={styles.line}>
      <span>
        {name}
        {item === undefined ? '' : ` ${item.name}`}
      </span>
      <span className={styles.numbers}>
        <span className={shared.quiet}>{fixFirst.present(score(line.score, decimals))}</span>
        <span className={shared.number}>{fixFirst.gain(signed(line.points))}</span>
      </span>
      {kind !== 'rest' &&
        ((item?.allowedScores ?? null) !== null ? (
          <Checkbox
            label={fixFirst.full(score(max, 0))}
            aria-label={`${fixFirst.full(score(max, 0))} ${name}`}
            checked={text !== ''}
            onChange={(_, { checked }) => {
              onType(checked === true ? String(max) : '');
            }}
          />
        ) : (
          <Field className={shared.field} validationMessage={isWrong ? fixFirst.notAScore : undefined}>
            <Input
              className={styles.input}
              inputMode="decimal"
              aria-label={fixFirst.ifScore(name)}
              placeholder={fixFirst.full(score(max, 0))}
              value={text}
              onChange={(_, { value }) => {
                onType(value);
              }}
            />
          </Field>
        ))}
    </li>
  );
};

/** What total, grade and groups would be with the scores that are being tried. */
const WouldBe = ({
  assessment,
  lines,
  tried,
}: {
  readonly assessment: Assessment;
  readonly lines: readonly GainLine[];
  readonly tried: Tried;
}) => {
  const shared = useSharedStyles();
  const { texts, results } = useWords();
  const { ruleSet } = assessment;
  const { fixFirst, score, triage, count } = results;
  const changes = lines.flatMap(({ subject }) => {
    const to = scoreIn(tried[subjectKey(subject)] ?? '', ruleSet);
    return to === null ? [] : [{ subject, to }];
  });
  if (changes.length === 0) return <p className={shared.text}>{fixFirst.nothing}</p>;
  const supposed = whatIf(assessment, changes);
  if (!supposed.ok) return <p className={shared.text}>⚠ {fixFirst.cannotTell}</p>;
  const after = supposed.value;
  const rule = ruleSet.gradeScale.grades.find(({ code }) => code === after.grade?.code);
  const grade = (texts.language === 'th' ? rule?.label : rule?.labelEn) ?? '–';
  const points =
    after.total.score === null || assessment.total.score === null
      ? '–'
      : signed(after.total.score - assessment.total.score);
  const group = (level: string | null): string =>
    level === null ? results.notScored : triage[level as TriageLevel];
  const nameOf = (id: number): string => {
    const indicator = ruleSet.indicators.find((entry) => entry.id === id);
    return `${count(id)} ${(texts.language === 'th' ? indicator?.name : indicator?.nameEn) ?? ''}`;
  };
  return (
    <>
      <p className={shared.text}>
        <strong>{fixFirst.wouldBe(score(after.total.score, ruleSet.scale.decimals), points, grade)}</strong>
      </p>
      {regrouped(assessment, after).map(({ id, from, to }) => (
        <p key={id} className={shared.text}>
          {fixFirst.regrouped(nameOf(id), group(from), group(to))}
        </p>
      ))}
    </>
  );
};

const Lines = ({ assessment }: { readonly assessment: Assessment }) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { fixFirst } = results;
  const [tried, setTried] = useState<Tried>({});
  const [isWhole, setIsWhole] = useState(false);
  const outlook = useMemo(() => outlookOf(assessment), [assessment]);
  const lines = outlook.gains.filter(({ points }) => points > 0);
  const shown = isWhole ? lines : linesToName(lines);
  if (lines.length === 0) return <p className={shared.text}>✓ {fixFirst.none}</p>;
  return (
    <div className={shared.tight}>
      {waysForward(outlook, assessment, messages.outlook).map((sentence) => (
        <p key={sentence} className={shared.text}>
          {sentence}
        </p>
      ))}
      <p className={shared.quiet}>{fixFirst.intro}</p>
      <ol className={shared.list}>
        {shown.map((line) => {
          const key = subjectKey(line.subject);
          return (
            <Line
              key={`${line.kind} ${key}`}
              line={line}
              assessment={assessment}
              text={tried[key] ?? ''}
              onType={(text) => {
                setTried({ ...tried, [key]: text });
              }}
            />
          );
        })}
      </ol>
      {shown.length < lines.length && (
        <Button
          appearance="subtle"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {fixFirst.showAll} ({results.count(lines.length)})
        </Button>
      )}
      <div role="status" className={mergeClasses(styles.outcome, shared.tight)}>
        <WouldBe assessment={assessment} lines={lines} tried={tried} />
      </div>
      <Button
        appearance="subtle"
        onClick={() => {
          setTried({});
        }}
      >
        {fixFirst.reset}
      </Button>
    </div>
  );
};

/** What is worth fixing first, by what the total would gain, with scores to try. */
export const FixFirst = ({ assessment }: { readonly assessment: Assessment }) => (
  <AccordionItem value="fixFirst">
    <AccordionHeader as="h2">{useWords().results.fixFirst.title}</AccordionHeader>
    <AccordionPanel>
      <Lines assessment={assessment} />
    </AccordionPanel>
  </AccordionItem>
);
