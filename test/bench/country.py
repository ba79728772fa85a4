"""Reads the country's sheet with openpyxl, or does the whole job with it, and prints as JSON what that took."""

import json
import math
import resource
import sys
import time

from openpyxl import load_workbook


def mean(values):
    values = list(values)
    return None if None in values else sum(values) / len(values)


def printed(score):
    """Half up, with what a float lacks to a half made good."""
    return math.floor(score * 100 + 0.5 + 1e-9) / 100


def assess(row, job):
    def score(column):
        value = row[column]
        return value if isinstance(value, (int, float)) else None

    means = [mean(mean(map(score, columns)) for columns in groups) for groups in job["indicators"]]
    scores, figures = [], []
    for instrument in job["instruments"]:
        parts = [mean(means[index] for index in instrument["indicators"])]
        if instrument["part"] is not None:
            parts.append(score(instrument["part"]))
        figures += parts
        scores.append(mean(parts))
    total = grade = None
    if None not in scores:
        total = sum(each["weight"] * score for each, score in zip(job["instruments"], scores))
        least = min(printed(figure) for figure in figures)
        grade = next(
            each["label"]
            for each in job["grades"]
            if printed(total) >= each["from"] and (each["every"] is None or least >= each["every"])
        )
    return [row[job["agency"]], *scores, *means, total, grade]


def read(file, read_only):
    workbook = load_workbook(file, read_only=read_only)
    return sum(
        value is not None for sheet in workbook for row in sheet.iter_rows(values_only=True) for value in row
    )


def do_job(file, out, job):
    workbook = load_workbook(file)
    results = workbook.create_sheet(job["resultSheet"])
    results.append([job["resultSheet"]])
    results.append(job["heads"])
    agencies = 0
    for row in workbook[job["sheet"]].iter_rows(min_row=job["headRows"] + 1, values_only=True):
        results.append(assess(row, job))
        agencies += 1
    workbook.save(out)
    return agencies


def main():
    task, file, out, job_file = sys.argv[1:]
    with open(job_file, encoding="utf-8") as opened:
        job = json.load(opened)
    begun, used = time.perf_counter(), time.process_time()
    count = do_job(file, out, job) if task == "job" else read(file, task == "read-only")
    wall, cpu = time.perf_counter() - begun, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wallMs": wall * 1000, "cpuMs": cpu * 1000, "peakMb": peak, "count": count}))


main()
