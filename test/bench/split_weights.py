#!/usr/bin/env python3
"""Makes src/core/split_weights.h anew: learns what the clues of split.c weigh.

usage: split_weights.py CLUES_PROGRAM TITLES.csv > src/core/split_weights.h
CLUES_PROGRAM is test/bench/clues.c, built against the core. TITLES.csv has the columns id, raw, title: single
postings, and the title that posting_parse reads (`COPY (SELECT id, raw, (posting_parse(raw)).title ...) TO`).
Postings whose title stands in their first 300 characters are joined at random (fixed seed), one to five of them,
parted as boards and crawlers do; to them come up to 120 postings a source as they are, with a title or without, for
the introductions and headings that begin none. A logistic regression for each way to part them and each form of line
learns which lines begin a posting. Needs python3-sklearn.
"""
import collections
import csv
import pathlib
import random
import re
import struct
import subprocess
import sys

import numpy
from sklearn.linear_model import LogisticRegression

DOCUMENTS = 6000
SINGLE = 120    # postings a source that are taken as they are
SEPARATORS = ["\n\n\n", "\n\n----------\n\n", "\n", "\n\n* * *\n\n", "\n\nApply now\n\n", "\n\n", "\n\n____\n\n", "\n\n=====\n\n"]
COLUMNS = ["break: short", "text", "title", "empty lines: short", "text", "title", "rule: short", "text", "title"]
SURE = 400      # a column without a single counterexample
root = pathlib.Path(__file__).resolve().parents[2]


def postings(path):
    """The postings by source, the part of the id before the last dash: those to join, and all."""
    csv.field_size_limit(1 << 27)
    pool, every = collections.defaultdict(list), collections.defaultdict(list)
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        source, raw = row["id"].rsplit("-", 1)[0], row["raw"].strip().replace("\0", "")
        if "<" in raw[:200]:
            continue
        if 200 < len(raw) < 30000:
            every[source].append(raw)
        if 400 < len(raw) < 15000 and row["title"] and row["title"].casefold() in raw[:300].casefold():
            pool[source].append(raw)
    return [texts for texts in pool.values() if len(texts) >= 5], list(every.values())


def document(parts, separator=b""):
    """One document and where its postings begin, in bytes."""
    text, starts = b"", []
    for part in parts:
        text += separator if text else b""
        starts.append(len(text))
        text += part.encode()
    return struct.pack(f"<II{len(starts)}I", len(text), len(starts), *starts) + text


def join(pool, rnd):
    """Postings joined at random, now and then those of one source."""
    count = rnd.randint(1, 5)
    if rnd.random() < 0.2:
        texts = rnd.choice(pool)
        parts = rnd.sample(texts, min(count, len(texts)))
    else:
        parts = [rnd.choice(rnd.choice(pool)) for _ in range(count)]
    return document(parts, rnd.choice(SEPARATORS).encode())


def learn(names, truth, clues):
    """A column of weights, in hundredths, for each way to part lines and form of line."""
    value = {name: clues[:, i] for i, name in enumerate(names)}
    parted = numpy.where(value["CLUE_RULE"] + value["CLUE_APPLY"] > 0, 6, numpy.where(value["CLUE_BLANKS"] > 0, 3, 0))
    column = parted + numpy.where(value["CLUE_TITLE"] > 0, 2, numpy.where(value["CLUE_LONG"] > 0, 1, 0))
    for number in range(len(COLUMNS)):
        own = column == number
        if truth[own].min() == truth[own].max():
            yield [0] * len(names) + [SURE if truth[own].max() else -SURE]
            continue
        spread = numpy.maximum(clues[own].std(0), 0.05)
        model = LogisticRegression(C=0.1, max_iter=400).fit(clues[own] / spread, truth[own])
        yield [round(100 * w) for w in model.coef_[0] / spread] + [round(100 * model.intercept_[0])]


program, titles = sys.argv[1:]
rnd = random.Random(5)
pool, every = postings(titles)
data = b"".join(join(pool, rnd) for _ in range(DOCUMENTS))
data += b"".join(document([raw]) for texts in every for raw in rnd.sample(texts, min(SINGLE, len(texts))))
rows = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
table = numpy.array([row.split() for row in rows], dtype=int)
names = re.findall(r"^\t(CLUE_\w+),", (root / "src/core/split.c").read_text(encoding="utf-8"), re.MULTILINE)
weights = list(learn(names, table[:, 1], table[:, 2:]))
print("""/*
 * split_weights.h
 *		What the clues of split.c weigh, written by test/bench/split_weights.py.
 *
 * A column for each way that two lines are parted in and, within it, for the
 * form of the line behind; the last row is what the others are added to.
 */
static const int16_t weights[CLUE_COUNT + 1][9] = {""")
print(f"\t/* {' | '.join(COLUMNS)} */")
print(",\n".join(f"\t[{name}] = {{{', '.join(str(w[i]) for w in weights)}}}" for i, name in enumerate(names + ["CLUE_COUNT"])))
print("};")
