import type { ReactNode } from 'react';
import { wordsOf } from '../grid/word-breaks';
import type { ChartData, DrawnSeries } from './chart-data';

/** Space around the plot, in pixels. */
const EDGE = { top: 34, right: 16, bottom: 52, left: 40 } as const;
const LEGEND = 22;
const STEPS = 5;
const TEXT = '#262626';
const GRID = '#D9D9D9';
const FONT = "'TH Sarabun New', 'Sarabun', sans-serif";
const SMALL = 15;
const TITLE = 19;

type Frame = { readonly data: ChartData; readonly width: number; readonly height: number };

/** A chart as a picture, read only; what it shows follows the cells. */
export const ChartDrawing = ({ data, width, height, notDrawn }: Frame & { readonly notDrawn: string }) => {
  const frame = { data, width, height };
  return (
    <svg
      role="img"
      aria-label={data.altText === '' ? data.title : data.altText}
      width={width}
      height={height}
      fontFamily={FONT}
      fontSize={SMALL}
      fill={TEXT}
    >
      <rect width={width} height={height} fill="#FFFFFF" stroke={GRID} />
      <text x={width / 2} y={23} textAnchor="middle" fontSize={TITLE} fontWeight="bold">
        {data.title}
      </text>
      {data.kind === null && (
        <text x={width / 2} y={height / 2} textAnchor="middle">
          {notDrawn}
        </text>
      )}
      {(data.kind === 'column' || data.kind === 'line') && <Upright {...frame} />}
      {data.kind === 'bar' && <Lying {...frame} />}
      {data.kind === 'radar' && <Net {...frame} />}
      {data.series.length > 1 && <Legend {...frame} />}
    </svg>
  );
};

const plotOf = ({ data, width, height }: Frame) => {
  const bottom = height - EDGE.bottom - (data.series.length > 1 ? LEGEND : 0);
  return { left: EDGE.left, top: EDGE.top, right: width - EDGE.right, bottom };
};

const steps = ({ min, max }: ChartData): readonly number[] =>
  Array.from({ length: STEPS + 1 }, (_, index) => min + ((max - min) * index) / STEPS);

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** A word that fits into a width; what is cut off stands in the cells. */
const cut = (text: string, width: number): string => {
  const letters = Math.max(2, Math.floor(width / (SMALL * 0.45)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
};

/** A text in at most two lines that end between words. */
const twoLines = (text: string, width: number): readonly string[] => {
  if (cut(text, width) === text) return [text];
  const words = wordsOf(text);
  const fits = words.findIndex((_, index) => {
    const line = words.slice(0, index + 1).join('');
    return cut(line, width) !== line;
  });
  const count = Math.max(1, fits);
  return [words.slice(0, count).join(''), cut(words.slice(count).join('').trim(), width)];
};

const Upright = (frame: Frame) => {
  const { data } = frame;
  const plot = plotOf(frame);
  const y = (value: number): number =>
    plot.bottom - ((value - data.min) / (data.max - data.min || 1)) * (plot.bottom - plot.top);
  const slot = (plot.right - plot.left) / Math.max(1, data.categories.length);
  const x = (index: number): number => plot.left + slot * (index + 0.5);
  const bars = data.series.filter(({ kind }) => kind === 'column');
  const bar = (slot * 0.62) / Math.max(1, bars.length);
  return (
    <>
      {steps(data).map((value) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={y(value)} y2={y(value)} stroke={GRID} />
          <text x={plot.left - 6} y={y(value) + 5} textAnchor="end">
            {figure(value)}
          </text>
        </g>
      ))}
      {bars.map(({ name, color, values }, place) =>
        values.map((value, index) => {
          if (value === null) return null;
          const left = x(index) - (bar * bars.length) / 2 + bar * place;
          return (
            <g key={`${name} ${index}`}>
              <rect
                x={left}
                y={y(value)}
                width={bar}
                height={Math.max(0, plot.bottom - y(value))}
                fill={color}
              />
              {bars.length === 1 && bar > 30 && (
                <text x={left + bar / 2} y={plot.bottom - 8} textAnchor="middle">
                  {figure(value)}
                </text>
              )}
            </g>
          );
        }),
      )}
      {data.series
        .filter(({ kind }) => kind !== 'column')
        .map((series) => (
          <Line key={series.name} series={series} x={x} y={y} />
        ))}
      {data.categories.map((category, index) =>
        twoLines(category, slot).map((line, place) => (
          <text key={`${index} ${place}`} x={x(index)} y={plot.bottom + 16 + place * 16} textAnchor="middle">
            {line}
          </text>
        )),
      )}
    </>
  );
};

const Line = ({
  series: { values, color, isDashed },
  x,
  y,
}: {
  readonly series: DrawnSeries;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}) => (
  <>
    {/* A place without a value is a gap. */}
    <path
      d={values
        .map((value, index) =>
          value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${x(index)} ${y(value)}`,
        )
        .join('')}
      fill="none"
      stroke={color}
      strokeWidth={isDashed ? 1.5 : 2.5}
      strokeDasharray={isDashed ? '6 4' : undefined}
    />
    {!isDashed &&
      values.map((value, index) =>
        value === null ? null : <circle key={index} cx={x(index)} cy={y(value)} r={3.5} fill={color} />,
      )}
  </>
);

const Lying = (frame: Frame) => {
  const { data, width } = frame;
  const plot = { ...plotOf(frame), left: Math.min(width * 0.4, 190) };
  const slot = (plot.bottom - plot.top) / Math.max(1, data.categories.length);
  const length = (value: number): number =>
    ((value - data.min) / (data.max - data.min || 1)) * (plot.right - plot.left);
  const bar = (slot * 0.62) / Math.max(1, data.series.length);
  return (
    <>
      {data.categories.map((category, index) => (
        <text key={index} x={plot.left - 6} y={plot.top + slot * (index + 0.5) + 5} textAnchor="end">
          {cut(category, plot.left - 12)}
        </text>
      ))}
      {data.series.map(({ name, color, values }, place) =>
        values.map((value, index) => {
          if (value === null) return null;
          const top = plot.top + slot * (index + 0.19) + bar * place;
          return (
            <g key={`${name} ${index}`}>
              <rect x={plot.left} y={top} width={Math.max(0, length(value))} height={bar} fill={color} />
              <text x={plot.left + length(value) - 4} y={top + bar / 2 + 5} textAnchor="end">
                {figure(value)}
              </text>
            </g>
          );
        }),
      )}
    </>
  );
};

const Net = (frame: Frame) => {
  const { data, width } = frame;
  const plot = plotOf(frame);
  const middle = { x: width / 2, y: (plot.top + plot.bottom + 36) / 2 };
  const radius = Math.max(10, (plot.bottom - plot.top - 20) / 2);
  const count = Math.max(3, data.categories.length);
  const point = (index: number, share: number): readonly [number, number] => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return [middle.x + Math.cos(angle) * radius * share, middle.y + Math.sin(angle) * radius * share];
  };
  const share = (value: number): number => (value - data.min) / (data.max - data.min || 1);
  const ring = (at: number): string =>
    Array.from({ length: count }, (_, index) => point(index, at).join(' ')).join(' L');
  return (
    <>
      {steps(data).map((value) => (
        <path key={value} d={`M${ring(share(value))}Z`} fill="none" stroke={GRID} />
      ))}
      {data.categories.map((category, index) => {
        const [x, y] = point(index, 1.12);
        const side = Math.abs(x - middle.x) < 4 ? 'middle' : x > middle.x ? 'start' : 'end';
        return (
          <text key={index} x={x} y={y + 5} textAnchor={side}>
            {cut(category, side === 'end' ? x - 4 : width - x - 4)}
          </text>
        );
      })}
      {data.series.map(({ name, color, values, isDashed }) => (
        <path
          key={name}
          d={`M${values.map((value, index) => point(index, value === null ? 0 : share(value)).join(' ')).join(' L')}Z`}
          fill="none"
          stroke={color}
          strokeWidth={isDashed ? 1.5 : 2.5}
          strokeDasharray={isDashed ? '6 4' : undefined}
        />
      ))}
    </>
  );
};

const Legend = ({ data, width, height }: Frame): ReactNode => {
  const share = (width - 24) / data.series.length;
  return data.series.map(({ name, color, isDashed }, index) => (
    <g key={name} transform={`translate(${12 + share * index} ${height - 12})`}>
      <line
        x2={18}
        y1={-5}
        y2={-5}
        stroke={color}
        strokeWidth={isDashed ? 2 : 8}
        strokeDasharray={isDashed ? '5 3' : undefined}
      />
      <text x={24}>{cut(name, share - 30)}</text>
    </g>
  ));
};
