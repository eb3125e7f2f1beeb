#!/usr/bin/env python3
r"""Makes src/core/place_weights.h anew: learns what the signs of place_choose.c weigh.

usage: place_weights.py PLACES_PROGRAM LABELLED.jsonl ... [--unread LABELLED.jsonl ...] [--check] > src/core/place_weights.h
PLACES_PROGRAM is test/bench/places.c, which shows the places that a posting names and their signs, built against the
core but for places.c and place_choose.c, which it includes:
    cc -std=gnu11 -O2 -DUTF8PROC_EXPORTS -Isrc -o places test/bench/places.c $(ls src/core/*.c | grep -vE '/place(s|_choose).c$') \
        build/lexicon_data.o -lpcre2-8 -lutf8proc -lm
A line of LABELLED.jsonl is {"id", "text", "gold": {"locations": [...], "n_postings": 1, ...}}, as test/accuracy.py reads it.

A logistic regression with a ridge over the places of all postings.  A place that is named several times counts once: it
weighs as much as its mentions together (the logarithm of the sum of their odds).  One that is no more than the state or
country of a right one is wrong, but counts little.  --check prints how well weights tell that were learned without the
sources that are told; the source of a posting is what its id begins with.  Needs numpy and scipy.
"""
import argparse
import json
import pathlib
import re
import struct
import subprocess
import sys

import numpy
import scipy.optimize

RIDGE = 6.0
WIDER = 0.2             # what the state or country of a right place counts
UNREAD = 1.5            # what a posting counts that the rules were not written from
LIKELY, RULED = -0.5, 0.6       # as in place_choose.c
FOLDS = 8
MOST = 32               # places of a posting
root = pathlib.Path(__file__).resolve().parents[2]


def plain(text):
    """A town as it is compared."""
    text = re.sub(r"\s+", " ", re.sub("[\u2013\u2014]", "-", text.replace("\u2019", "'")))
    return text.strip(" .,:;-|*#\"'").casefold()


def place_key(city, region, country):
    """A place as it is compared: of regions only the codes count."""
    return plain(city or ""), (region or "").casefold() if country in ("US", "CA", "AU") else "", country or ""


def covers(wide, close):
    """Whether a place names nothing that another one does not name more closely (place_is_covered of places.c)."""
    if wide == close:
        return True
    if wide[2] and close[2] and wide[2] != close[2]:
        return False
    if wide[0]:
        return wide[0] == close[0] and wide[1] in ("", close[1])
    if wide[1]:
        return wide[1] == close[1] and (not wide[2] or close[0] != "")
    return close[2] != "" and (close[0] != "" or close[1] != "")


def sign_names():
    source = (root / "src/core/place_choose.c").read_text(encoding="utf-8")
    body = re.search(r"typedef enum PlaceSign\s*{(.*?)}", source, re.DOTALL).group(1)
    return re.findall(r"SIGN_(\w+)", re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL))[:-1]


TAKEN = sign_names().index("TAKEN")


class Mentions:
    """The mentions of a document: their signs, what they name, which of them name one place, which are right."""

    def __init__(self, lines, n_signs, gold):
        self.signs = numpy.zeros((len(lines), n_signs + 1))
        self.signs[:, n_signs] = 1
        self.ruled = numpy.zeros(len(lines), bool)
        self.parts, self.towns, self.scopes, self.cities = [], [], [], []
        for i, line in enumerate(lines):
            numbers, *parts = line.split("\t")
            city, scope, town, *signs = map(int, numbers.split())
            self.signs[i, signs] = 1
            self.ruled[i] = TAKEN in signs
            self.parts.append(tuple(parts))
            self.towns.append(town)
            self.scopes.append(scope)
            self.cities.append(city)
        keys = [place_key(*parts) for parts in self.parts]
        found = {}
        self.place = numpy.array([found.setdefault(key, len(found)) for key in keys], int)
        self.n_places = len(found)
        self.gold = gold
        self.right = numpy.array([key in gold for key in found], bool)
        self.wider = numpy.array([key not in gold and any(covers(key, each) for each in gold) for key in found], bool)


def labelled(program, path, n_signs):
    """The postings of a labelled file."""
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    rows = [row for row in rows if row["gold"].get("n_postings", 1) <= 1]
    raw = [row["text"].replace("\0", "").encode() for row in rows]
    shown = subprocess.run([program], input=b"".join(struct.pack("<I", len(r)) + r for r in raw),
                           stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    blocks = re.split(r"(?m)^end\n", shown)[:-1]
    assert len(blocks) == len(rows)
    documents = []
    for row, block in zip(rows, blocks):
        lines = block.split("\n")[:-1]
        begins = [i for i, line in enumerate(lines) if line == "places"]
        gold = {place_key(each.get("city"), each.get("region"), each.get("country")) for each in row["gold"].get("locations") or []}
        # of several times that places were read, the last one is the posting's
        document = Mentions(lines[begins[-1] + 1:] if begins else [], n_signs, gold)
        document.set = pathlib.Path(path).stem
        document.source = re.sub(r"[-_][0-9a-f]+$", "", row["id"])
        document.weight = 1.0
        documents.append(document)
    return documents


def fit(documents):
    """The weights under which the right places are likeliest."""
    used = [d for d in documents if d.n_places > 0]
    columns = numpy.vstack([d.signs for d in used])
    begins = numpy.concatenate([[0], numpy.cumsum([d.n_places for d in used])])
    owner = numpy.concatenate([d.place + begin for d, begin in zip(used, begins)])
    n = begins[-1]
    right = numpy.concatenate([d.right for d in used]).astype(float)
    weight = numpy.concatenate([numpy.where(d.wider, WIDER, 1.0) * d.weight for d in used])
    ridge = numpy.full(columns.shape[1], RIDGE)
    ridge[-1] = 0.0

    def loss(weights):
        sums = columns @ weights
        top = numpy.full(n, -numpy.inf)
        numpy.maximum.at(top, owner, sums)
        e = numpy.exp(sums - top[owner])
        total = numpy.bincount(owner, e, n)
        odds = top + numpy.log(total)
        slope = weight * (1 / (1 + numpy.exp(-numpy.clip(odds, -40, 40))) - right)
        value = (weight * (numpy.logaddexp(0, odds) - right * odds)).sum()
        return value + (ridge * weights * weights).sum() / 2, columns.T @ (slope[owner] * e / total[owner]) + ridge * weights

    return scipy.optimize.minimize(loss, numpy.zeros(columns.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def chosen(document, weights):
    """The places that place_choose and accept_groups take."""
    if document.n_places == 0:
        return set()
    top = numpy.full(document.n_places, -numpy.inf)
    numpy.maximum.at(top, document.place, document.signs @ weights)
    good = top > 0
    if not good.any():
        numpy.maximum.at(top, document.place[document.ruled], (top + RULED)[document.place[document.ruled]])
        good[top.argmax()] = top.max() > LIKELY
    taken = []
    for i, parts in enumerate(document.parts):
        covered = not good[document.place[i]]
        for k, j in enumerate(taken):
            if covered:
                break
            covered = covers(parts, document.parts[j]) and (not document.scopes[i] or document.scopes[j] or not document.towns[j]) or \
                document.cities[i] >= 0 and document.cities[i] == document.cities[j]
            if not covered and not document.scopes[j] and covers(document.parts[j], parts):
                taken[k] = i
                covered = True
        if not covered and len(taken) < MOST:
            taken.append(i)
    return {place_key(*document.parts[i]) for i in taken}


def check(documents):
    """How well weights tell postings of sources that they were not learned from."""
    sources = {}
    for d in documents:
        sources[d.source] = sources.get(d.source, 0) + 1
    sizes, fold = [0] * FOLDS, {}
    for source in sorted(sources, key=lambda each: (-sources[each], each)):
        fold[source] = sizes.index(min(sizes))
        sizes[fold[source]] += sources[source]
    hits = {}
    for k in range(FOLDS):
        weights = fit([d for d in documents if fold[d.source] != k])
        for d in documents:
            if fold[d.source] == k:
                got = chosen(d, weights)
                hits[d.set] = hits.get(d.set, 0) + numpy.array([len(got & d.gold), len(got), len(d.gold)])
    hits["all"] = sum(hits.values())
    for name, (right, got, gold) in hits.items():
        print(f"{name:20} right {right:4}  precision {right / max(got, 1):.3f}  recall {right / max(gold, 1):.3f}  F1 {2 * right / max(got + gold, 1):.4f}", file=sys.stderr)


def main():
    arguments = argparse.ArgumentParser(description="learns what the signs of places weigh")
    arguments.add_argument("program")
    arguments.add_argument("labelled", nargs="+")
    arguments.add_argument("--unread", nargs="*", default=[], help="labelled files from which no rule was written")
    arguments.add_argument("--check", action="store_true")
    asked = arguments.parse_args()
    names = sign_names()
    documents = [d for path in asked.labelled for d in labelled(asked.program, path, len(names))]
    for path in asked.unread:
        unread = labelled(asked.program, path, len(names))
        for d in unread:
            d.weight = UNREAD
        documents += unread
    if asked.check:
        check(documents)
    *weights, none = numpy.rint(100 * fit(documents)).astype(int)
    print("""/*
 * place_weights.h
 *		What the signs of place_choose.c weigh, written by test/bench/place_weights.py.
 *
 * Hundredths of log odds; no_place stands for what speaks against any place at all.
 */""")
    print(f"static const int16_t no_place = {none};\n")
    print("static const int16_t sign_weights[SIGN_COUNT] = {")
    print(",\n".join(f"\t[SIGN_{name}] = {weight}" for name, weight in zip(names, weights)))
    print("};")


if __name__ == "__main__":
    main()
