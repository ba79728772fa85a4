/** What a process measured of its work; the peak of memory is that of the whole process until the work was done. */
export type Measurement = {
  readonly wallMs: number;
  /** Time of all threads of the process. */
  readonly cpuMs: number;
  readonly peakMb: number;
  /** Cells, bytes or agencies, by which two that do the same work are compared. */
  readonly count: number;
};

/** Measures some work in this process; what is counted afterwards is not measured. */
export const measured = async <Value>(
  work: () => Value,
  count: (value: Awaited<Value>) => number,
): Promise<Measurement> => {
  const begun = performance.now();
  const used = process.cpuUsage();
  const value = await work();
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { wallMs, cpuMs: (user + system) / 1000, peakMb, count: count(value) };
};
