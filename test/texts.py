#!/usr/bin/env python3
"""Reads texts out of files and prints them for COPY: id, tab, text.

usage: texts.py [--limit N] FILE...

By the file's name: .jsonl, .ndjson and .json (lines or one array), .csv and .tsv, each perhaps with .gz; any other
file is one text.  The text of a row is the column named like one (text, raw, body, description, ...), else
the one that is longest on the whole; its id is the column id, else the row's number.
"""
import argparse
import csv
import gzip
import io
import itertools
import json
import os
import signal
import sys

TEXT_NAMES = ("raw", "text", "body", "description", "job_description", "jobdescription", "full_text", "content",
              "html", "posting", "job", "details")
ID_NAMES = ("id", "job_id", "jobid", "posting_id", "uuid", "key")
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": ""})


def named(columns, names):
    """The column whose name comes first in names, or None."""
    by_name = {str(column).strip().casefold(): column for column in columns}
    return next((by_name[name] for name in names if name in by_name), None)


def longest(rows):
    """The column whose values are longest on the whole, or None."""
    sizes = {}
    for row in rows:
        for column, value in row.items():
            if isinstance(value, str):
                sizes[column] = sizes.get(column, 0) + len(value)
    return max(sizes, key=sizes.get, default=None)


def texts_of_rows(rows, label):
    """(id, text) of each row that has a text."""
    rows = iter(rows)
    first = list(itertools.islice(rows, 100))
    columns = list(dict.fromkeys(column for row in first for column in row))
    text, ident = named(columns, TEXT_NAMES) or longest(first), named(columns, ID_NAMES)
    for number, row in enumerate(itertools.chain(first, rows), 1):
        value = row.get(text)
        if isinstance(value, str):
            yield str(row.get(ident) or f"{label}:{number}"), value


def csv_rows(stream, delimiter):
    """Rows of a CSV file by column; a first line that is data, not names, counts as a row."""
    reader = csv.reader(stream, delimiter=delimiter)
    first = next(reader, [])
    is_header = all(len(cell) <= 60 and "\n" not in cell for cell in first)
    names = first if is_header else [f"column {n}" for n in range(1, len(first) + 1)]
    if not is_header and len(first) > 1:
        names[0] = "id"
    for row in itertools.chain([] if is_header else [first], reader):
        yield dict(zip(names, row))


def json_rows(stream):
    """Objects of JSON Lines, or of one array."""
    head = stream.read(1)
    if head == "[":
        yield from json.loads(head + stream.read())
        return
    for line in itertools.chain([head + stream.readline()], stream):
        if line.strip():
            row = json.loads(line)
            yield row if isinstance(row, dict) else {"text": row}


def texts_of_file(path):
    """(id, text) of each posting or row in a file."""
    label = os.path.basename(path)
    opened = gzip.open(path) if path.endswith(".gz") else open(path, "rb")
    with opened as raw:
        kind = os.path.splitext(path.removesuffix(".gz"))[1].casefold()
        if kind not in (".jsonl", ".ndjson", ".json", ".csv", ".tsv"):
            data = raw.read()
            try:
                yield label, data.decode("utf-8-sig")
            except UnicodeDecodeError:
                yield label, data.decode("cp1252", "replace")
            return
        stream = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
        if kind in (".csv", ".tsv"):
            rows = csv_rows(stream, "\t" if kind == ".tsv" else ",")
        else:
            rows = json_rows(stream)
        yield from texts_of_rows(rows, label)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--limit", type=int, default=None)
    options.add_argument("files", nargs="+", metavar="FILE")
    args = options.parse_args()
    csv.field_size_limit(1 << 30)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    texts = itertools.chain.from_iterable(map(texts_of_file, args.files))
    for ident, text in itertools.islice(texts, args.limit):
        out.write(f"{ident.translate(ESCAPES)}\t{text.translate(ESCAPES)}\n")
    out.flush()


if __name__ == "__main__":
    main()
