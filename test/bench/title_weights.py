#!/usr/bin/env python3
r"""Makes src/core/title_weights.h anew: learns what the signs of title_weigh.c weigh.

usage: title_weights.py TITLES_PROGRAM LABELLED.jsonl ... [--lost TITLES.csv] [--check] > src/core/title_weights.h
TITLES_PROGRAM is test/bench/titles.c, which shows the candidates of a posting and their signs, built against the core
but for title.c and title_weigh.c, which it includes:
    cc -std=gnu11 -O2 -DUTF8PROC_EXPORTS -Isrc -o titles test/bench/titles.c $(ls src/core/*.c | grep -vE '/title(_weigh)?.c$') \
        build/lexicon_data.o -lpcre2-8 -lutf8proc -lm
A line of LABELLED.jsonl is {"id", "text", "gold": {"title": [...], "n_postings": 1, ...}}, as test/accuracy.py reads it.
TITLES.csv has a header and the columns id, raw, title: postings, and the title that posting_parse reads in them
(`COPY (SELECT id, raw, posting_title(posting_parse(raw)) AS title FROM ...) TO ... WITH (FORMAT csv, HEADER)`).  Where
it stands near their begin its line is taken away: what the rest says of it is a title that was lost, to be ranked
among what else the rest names.  Such a posting counts for a quarter of a labelled one.

The choice is a softmax over the candidates of a posting and "none of them".  A weight is held near zero by a ridge, and
what it is more or less in other languages than English by one of its own.  --check prints how well weights tell that
were learned without the fifth of the labelled postings that is told.  Needs numpy and scipy.
"""
import argparse
import csv
import json
import pathlib
import random
import re
import struct
import subprocess
import sys

import numpy
import scipy.optimize

RIDGE = 3.0
RIDGE_ABROAD = 4.0
LOST = 0.25             # what a posting counts whose title was taken away
LOST_NAMELESS = 0.02    # and where nothing else in it names its title
SURE = 0.5              # what a posting counts in which one candidate needs no weighing
MOST_LOST = 2400        # of those whose title was taken away
BOLD = 0.2              # a title that is doubtful is taken: a wrong one costs little more than none
FOLDS = 5
# what weights are held near where postings that tell it are few
EXPECTED = {"WE": -3, "PAST": -2, "QUESTION": -1.5, "LOW": -0.7, "IF": -2, "APPLY": 1, "GENDER": 1.5}
root = pathlib.Path(__file__).resolve().parents[2]


def plain(text):
    """A title as it is compared."""
    text = re.sub(r"\s+", " ", re.sub("[\u2013\u2014]", "-", text.replace("\u2019", "'")))
    return text.strip(" .,:;-|*#\"'").casefold()


def sign_names():
    source = (root / "src/core/title_weigh.c").read_text(encoding="utf-8")
    body = re.search(r"typedef enum TitleSign\s*{(.*?)}", source, re.DOTALL).group(1)
    return re.findall(r"SIGN_(\w+)", re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL))[:-1]


class Candidates:
    """The candidates of a document: their signs, scores and texts, and which is right."""

    def __init__(self, lines, n_signs):
        rows = [line.split("\t", 1) for line in lines[1:]]
        self.abroad = lines[0] not in ("title en", "title ")
        self.texts = [row[1] for row in rows]
        self.score = numpy.zeros(len(rows))
        self.signs = numpy.zeros((len(rows), n_signs))
        self.sure = None
        for i, row in enumerate(rows):
            sure, score, *signs = map(int, row[0].split())
            self.score[i] = score / 10
            self.signs[i, signs] = 1
            if sure:
                self.sure = i
        self.right = numpy.zeros(len(rows), bool)
        self.named = False
        self.weight = 1.0


def candidates(program, texts, n_signs):
    """What the program shows of each text."""
    raw = [text.replace("\0", "").encode() for text in texts]
    shown = subprocess.run([program], input=b"".join(struct.pack("<I", len(r)) + r for r in raw),
                           stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    documents = []
    for block in re.split(r"(?m)^end\n", shown)[:-1]:
        lines = block.split("\n")[:-1]
        begins = [i for i, line in enumerate(lines) if re.match("title .{0,2}$", line)]
        # of several times that a title was read, the last one is the posting's
        documents.append(Candidates(lines[begins[-1]:] if begins else ["title "], n_signs))
    assert len(documents) == len(raw)
    return documents


def labelled(program, path, n_signs):
    """The postings of a labelled file."""
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    rows = [row for row in rows if row["gold"].get("n_postings", 1) <= 1]
    documents = candidates(program, [row["text"] for row in rows], n_signs)
    for row, document in zip(rows, documents):
        titles = {plain(title) for title in row["gold"].get("title") or []}
        document.id, document.set = row["id"], pathlib.Path(path).stem
        document.named = bool(titles)
        document.right = numpy.array([plain(text) in titles for text in document.texts], bool)
        if document.sure is not None:
            document.weight = SURE
    return documents


def says_same(text, title):
    """Whether a candidate says what a lost title said: two of its words or more, and no others."""
    words = [{word[:-1] if len(word) > 3 and word.endswith("s") else word for word in re.findall(r"[\w+#]+", each.casefold())}
             for each in (text, title)]
    return len(words[0]) >= 2 and words[0] <= words[1] and len(words[0]) >= 0.4 * len(words[1])


def lost(program, path, n_signs, known):
    """Postings whose title's line was taken away, and what else says it."""
    csv.field_size_limit(1 << 27)
    texts, titles = [], []
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        at = row["raw"].find(row["title"]) if row["title"] and row["id"] not in known else -1
        if at < 0 or at > 600:
            continue
        begin = row["raw"].rfind("\n", 0, at) + 1
        end = row["raw"].find("\n", at + len(row["title"]))
        if end < 0 or end - begin > 150:
            continue
        rest = row["raw"][:begin] + row["raw"][end:]
        if len(rest) >= 400:
            texts.append(rest)
            titles.append(row["title"])
    chosen = random.Random(3).sample(range(len(texts)), min(MOST_LOST, len(texts)))
    documents = candidates(program, [texts[i] for i in chosen], n_signs)
    for i, document in zip(chosen, documents):
        same = [plain(text) == plain(titles[i]) for text in document.texts]
        if not any(same):
            same = [says_same(text, titles[i]) for text in document.texts]
        document.set = "lost"
        document.right = numpy.array(same, bool)
        document.weight = LOST if any(same) else LOST_NAMELESS
    return documents


def terms(document):
    """The columns of a document's candidates: score, what is always there, the signs, and these once more abroad."""
    own = numpy.column_stack([document.score, numpy.ones(len(document.score)), document.signs])
    return numpy.hstack([own, own * document.abroad])


def fit(documents, names):
    """The weights under which the right candidates are likeliest."""
    used = [d for d in documents if len(d.texts) > 0]
    columns = numpy.vstack([terms(d) for d in used])
    right = numpy.concatenate([d.right for d in used])
    counts = numpy.array([len(d.texts) for d in used])
    begins = numpy.concatenate([[0], numpy.cumsum(counts)[:-1]])
    owner = numpy.repeat(numpy.arange(len(used)), counts)
    weight = numpy.array([d.weight for d in used])
    has_right = numpy.array([d.right.any() for d in used])
    # a lost title that the rest names is ranked: that none is right is no choice
    none = numpy.array([0.0 if d.set == "lost" and d.right.any() else 1.0 for d in used])
    n = len(names) + 2
    centre, ridge = numpy.zeros(2 * n), numpy.full(2 * n, RIDGE)
    ridge[:2], ridge[n:] = 0.0, RIDGE_ABROAD
    for name, value in EXPECTED.items():
        centre[2 + names.index(name)] = value

    def loss(weights):
        sums = columns @ weights
        top = numpy.maximum.reduceat(sums, begins)
        top = numpy.where(none > 0, numpy.maximum(0, top), top)
        e = numpy.exp(sums - top[owner])
        e_none = numpy.exp(-top) * none
        total = numpy.add.reduceat(e, begins) + e_none
        good = numpy.add.reduceat(e * right, begins)
        reached = numpy.where(has_right, good, e_none)
        value = -(weight * (numpy.log(reached + 1e-300) - numpy.log(total))).sum()
        slope = (e / total[owner] - numpy.where(right, e / numpy.maximum(good, 1e-300)[owner], 0)) * weight[owner]
        off = weights - centre
        return value + (ridge * off * off).sum() / 2, columns.T @ slope + ridge * off

    start = centre.copy()
    start[:2] = 1.0, -3.0
    return scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def chosen(document, weights):
    """The candidate that is sure, or the one that weighs most; None where nothing weighs enough."""
    if document.sure is not None:
        return document.sure
    if not document.texts:
        return None
    sums = terms(document) @ weights
    best = int(sums.argmax())
    return best if sums[best] > -BOLD else None


def check(documents, names):
    """How well weights tell postings that they were not learned from; what each fold tells."""
    told = [d for d in documents if d.set != "lost"]
    rnd = random.Random(5)
    fold = {id(d): rnd.randrange(FOLDS) for d in told}
    hits, likelihood = {}, 0.0
    for k in range(FOLDS):
        weights = fit([d for d in documents if fold.get(id(d)) != k], names)
        for d in told:
            if fold[id(d)] == k:
                best = chosen(d, weights)
                count = hits.setdefault(d.set, [0, 0, 0])
                count[0] += best is not None and d.right[best]
                count[1] += best is not None
                count[2] += d.named
                if d.sure is None and d.texts:
                    sums = terms(d) @ weights
                    top = max(0.0, sums.max())
                    e = numpy.exp(sums - top)
                    good = e[d.right].sum() if d.right.any() else numpy.exp(-top)
                    likelihood += numpy.log(good + 1e-9) - numpy.log(e.sum() + numpy.exp(-top))
    for name, (right, got, gold) in hits.items():
        print(f"{name:20} right {right:4}  precision {right / max(got, 1):.3f}  recall {right / max(gold, 1):.3f}  F1 {2 * right / max(got + gold, 1):.3f}", file=sys.stderr)
    total = numpy.array(list(hits.values())).sum(axis=0)
    print(f"{'all':20} right {total[0]:4}  F1 {2 * total[0] / (total[1] + total[2]):.4f}  log likelihood of those weighed {likelihood:.1f}", file=sys.stderr)


def main():
    arguments = argparse.ArgumentParser(description="learns what the signs of titles weigh")
    arguments.add_argument("program")
    arguments.add_argument("labelled", nargs="+")
    arguments.add_argument("--lost")
    arguments.add_argument("--check", action="store_true")
    asked = arguments.parse_args()
    names = sign_names()
    documents = [d for path in asked.labelled for d in labelled(asked.program, path, len(names))]
    if asked.lost:
        documents += lost(asked.program, asked.lost, len(names), {d.id for d in documents})
    if asked.check:
        check(documents, names)
    weights = numpy.rint(100 * fit(documents, names)).astype(int)
    weights[1] += round(100 * BOLD)
    n = len(names) + 2
    home, abroad = weights[:n], weights[:n] + weights[n:]
    print("""/*
 * title_weights.h
 *		What the signs of title_weigh.c weigh, written by test/bench/title_weights.py.
 *
 * Hundredths of log odds: a column for English and one for other languages.
 * SIGN_COUNT stands for what speaks against any title at all, per_score for ten
 * points of the score that the proposing rule gave.
 */""")
    print("static const int16_t per_score[2] = {%d, %d};\n" % (home[0], abroad[0]))
    print("static const int16_t sign_weights[SIGN_COUNT + 1][2] = {")
    rows = [f"\t[SIGN_{name}] = {{{home[2 + i]}, {abroad[2 + i]}}}" for i, name in enumerate(names)]
    print(",\n".join(rows + [f"\t[SIGN_COUNT] = {{{home[1]}, {abroad[1]}}}"]))
    print("};")


if __name__ == "__main__":
    main()
