#!/usr/bin/env python3
r"""Makes src/core/split_weights.h anew: learns what the clues of split_clues.c weigh.

usage: split_weights.py CLUES_PROGRAM TITLES.csv [keep] > src/core/split_weights.h
CLUES_PROGRAM is test/bench/clues.c, built against the core but for parse.c, which it includes, and split.c:
    cc -std=gnu11 -O2 -DUTF8PROC_EXPORTS -Isrc -o clues test/bench/clues.c $(ls src/core/*.c | grep -vE '/(parse|split).c$') \
        build/lexicon_data.o -lpcre2-8 -lutf8proc -lm
TITLES.csv has a header and the columns id, raw, title: single postings, and the title that posting_parse reads
(`COPY (SELECT id, raw, posting_title(posting_parse(raw)) AS title FROM ...) TO ... WITH (FORMAT csv, HEADER)`).
Postings whose title stands in their first 300 characters, and now and then others, are joined at random (fixed seed),
one to five of them, parted as boards and crawlers do; to them come up to 220 postings a source as they are, with a
title or without, for the introductions and headings that begin none. CLUES_PROGRAM fits a logistic regression for each way to part them
and each form of line, which tells the lines that begin postings. Takes about a minute for 6,500 postings. Other texts,
and titles read by a later version, give other weights: alike but in the columns and clues that hardly a line has.
With keep the weights stay as they are, and only what makes a line hopeless is measured anew.
The last column has 32 lines that begin none among 2,511: a fit over so few tells little, so split_weights.h keeps the
column of the fit before, in which postings of one employer behind a board's tags were told apart.
"""
import collections
import csv
import pathlib
import random
import re
import struct
import subprocess
import sys

DOCUMENTS = 16000
OTHERS = 0.3    # of the joined ones need no title at their begin
SINGLE = 220    # postings a source that are taken as they are
SEPARATORS = ["\n\n\n", "\n\n----------\n\n", "\n", "\n\n* * *\n\n", "\n\nApply now\n\n", "\n\n", "\n\n____\n\n",
              "\n\n=====\n\n", "\n\n\n\n", "\n", "\n\n\n", "\n---\n", "\n\n***\n\n", "\n\n\n\n\n"]
COLUMNS = ["break: short", "text", "title", "empty lines: short", "text", "title", "rule: short", "text", "title"]
root = pathlib.Path(__file__).resolve().parents[2]


def postings(path):
    """The postings by source, the part of the id before the last dash: those to join, and all."""
    csv.field_size_limit(1 << 27)
    pool, every = collections.defaultdict(list), collections.defaultdict(list)
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        source, raw = row["id"].rsplit("-", 1)[0], row["raw"].strip().replace("\0", "")
        if 200 < len(raw) < 30000:
            every[source].append(raw)
        if 250 < len(raw) < 20000 and "<" not in raw[:200] and row["title"] and row["title"].casefold() in raw[:300].casefold():
            pool[source].append(raw)
    return [texts for texts in pool.values() if len(texts) >= 3], list(every.values())


def document(parts, separator=b""):
    """One document and where its postings begin, in bytes."""
    text, starts = b"", []
    for part in parts:
        text += separator if text else b""
        starts.append(len(text))
        text += part.encode()
    return struct.pack(f"<II{len(starts)}I", len(text), len(starts), *starts) + text


def join(pool, every, rnd):
    """Postings joined at random, now and then those of one source."""
    count = rnd.randint(1, 5)
    if rnd.random() < 0.15:
        texts = rnd.choice(pool)
        parts = rnd.sample(texts, min(count, len(texts)))
    else:
        parts = [rnd.choice(rnd.choice(pool if rnd.random() >= OTHERS else every)) for _ in range(count)]
    return document(parts, rnd.choice(SEPARATORS).encode())


program, titles, *keep = sys.argv[1:]
rnd = random.Random(77)
pool, every = postings(titles)
data = b"".join(join(pool, every, rnd) for _ in range(DOCUMENTS))
data += b"".join(document([raw]) for texts in every for raw in rnd.sample(texts, min(SINGLE, len(texts))))
rows = subprocess.run([program, *keep], input=data, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
names = re.findall(r"^\t(CLUE_\w+),?", (root / "src/core/split_clues.h").read_text(encoding="utf-8"), re.MULTILINE)
stages = (root / "src/core/split_clues.c").read_text(encoding="utf-8").count("\n\t{CLUE_")
if len(names) != len(rows) - stages:
    sys.exit(f"{program} knows {len(rows) - stages - 1} clues, split_clues.h {len(names) - 1}")
print("""/*
 * split_weights.h
 *		What the clues of split_clues.c weigh, written by test/bench/split_weights.py.
 *
 * A column for each way that two lines are parted in and, within it, for the
 * form of the line behind; the last row is what the others are added to:""")
print(f" * {' | '.join(COLUMNS)}\n */\n#define SPLIT_WEIGHTS(ROW) \\")
print(" \\\n".join(f"\tROW({name}, {', '.join(row.split())})" for name, row in zip(names, rows)))
print("\n/* By column, so that those of a line lie side by side. */")
for column, letter in enumerate("abcdefghi"):
    print(f"#define SPLIT_ROW_{column}(clue, a, b, c, d, e, f, g, h, i) [clue] = {letter},")
print("static const int16_t weights[9][CLUE_COUNT + 1] = {")
print(",\n".join("\t" + ", ".join(f"{{SPLIT_WEIGHTS(SPLIT_ROW_{column})}}" for column in range(k, k + 3)) for k in (0, 3, 6)))
print('''};

/*
 * What the surest line of hardly a page of several postings stays below (of three pages in a
 * thousand, of one behind rules and empty lines) when the clues up to a stage are summed up;
 * a column for each manner to part lines and, within it, each form of line.
 */
static const int16_t hopeless[SPLIT_STAGES][SPLIT_WAYS] = {''')
print(",\n".join(f"\t{{{', '.join(row.split())}}}" for row in rows[len(names):]))
print("};")
