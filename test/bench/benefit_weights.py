#!/usr/bin/env python3
r"""Makes src/core/benefit_weights.h anew: learns which benefits of which no rule is sure are offered.

usage: benefit_weights.py [--try] [--shift N] BENEFITS_PROGRAM GOLD.jsonl ...
BENEFITS_PROGRAM is test/bench/benefits.c, built against the core but for the file that it includes:
    make build/lexicon_data.o && cc -std=gnu11 -O1 -w -DUTF8PROC_EXPORTS -Isrc -o benefits test/bench/benefits.c \
        $(ls src/core/*.c | grep -v '/benefits\.c$') build/lexicon_data.o -lpcre2-8 -lutf8proc
GOLD.jsonl holds a labelled posting a line, {"id", "text", "gold": {"benefits": [...]}}.

A posting's label names a kind, not a place: so the fit makes the chance as large as it can that one mark at least of
each labelled kind is offered, and none of the others.  Kinds that a rule accepts are left out.  --shift is added to
BENEFIT_ENOUGH (1/32 of log odds).  --try writes nothing, but tells what the fit does for sources (the part of the id
before its last dash) that it has not seen.  Needs numpy and scipy; takes seconds.
"""
import argparse
import collections
import json
import pathlib
import re
import struct
import subprocess

import numpy
from scipy import optimize, sparse

RIDGE = {"sign": 2.0, "weak sign": 8.0, "kind": 4.0, "weak kind": 4.0}
FIELD = "benefits"
FOLDS = 6
LEAST = 4           # marks that a feature has
root = pathlib.Path(__file__).resolve().parents[2]
KINDS = re.search(r"posting_benefit_names\[\] = \{(.*?)\}", (root / "src/core/posting_names.c").read_text(encoding="utf-8"), re.S)
KINDS = re.findall(r'"(\w+)"', KINDS.group(1))


def postings(program, path):
    """The labelled postings of a file: source, labels, kinds that rules accept, doubtful marks."""
    rows = [row for row in map(json.loads, open(path, encoding="utf-8"))
            if row["gold"].get("n_postings", 1) == 1 and FIELD in row.get("fields", [FIELD])]
    texts = [row["text"].replace("\0", "").encode() for row in rows]
    out = subprocess.run([program], input=b"".join(struct.pack("<I", len(t)) + t for t in texts), stdout=subprocess.PIPE, check=True).stdout
    found = [{"source": re.sub(r"[-_][^-_]*$", "", row["id"]), "gold": set(row["gold"].get(FIELD) or []), "sure": set(), "marks": []} for row in rows]
    for line in out.decode().splitlines():
        number, kind, accepted, weak, signs = line.split("\t")
        if accepted == "1":
            found[int(number)]["sure"].add(kind)
        else:
            found[int(number)]["marks"].append((kind, int(weak), int(signs)))
    return found


def features(mark):
    kind, weak, signs = mark
    x = [("kind", kind)] + ([("weak kind", kind)] if weak else [])
    for sign in range(64):
        if signs >> sign & 1:
            x += [("sign", sign)] + ([("weak sign", sign)] if weak else [])
    return x


def groups(texts):
    """The doubtful marks by text and kind: the features of each, the group it is of, whether the groups are right, what they are."""
    rows, group, right, names = [], [], [], []
    for number, text in enumerate(texts):
        for kind in sorted({mark[0] for mark in text["marks"]} - text["sure"]):
            for mark in text["marks"]:
                if mark[0] == kind:
                    rows.append(features(mark))
                    group.append(len(right))
            right.append(kind in text["gold"])
            names.append((number, kind))
    return rows, numpy.array(group), numpy.array(right), names


def matrix(rows, columns):
    cells = [(i, columns[key]) for i, x in enumerate(rows) for key in x if key in columns]
    at, column = zip(*cells)
    return sparse.csr_matrix((numpy.ones(len(at)), (at, column)), shape=(len(rows), len(columns)))


def fit(texts):
    """Weights by feature, and what all marks have."""
    rows, group, right, _ = groups(texts)
    count = collections.Counter(key for x in rows for key in x)
    columns = {key: i for i, key in enumerate(sorted((key for key in count if count[key] >= LEAST), key=str))}
    a = matrix(rows, columns)
    ridge = numpy.array([RIDGE[kind] for kind, _ in columns])

    def loss(w):
        z = a @ w[:-1] + w[-1]
        none = numpy.minimum(numpy.bincount(group, -numpy.logaddexp(0, z), len(right)), -1e-9)
        some = 1 - numpy.exp(none)
        slope = numpy.where(right, numpy.exp(none) / some, -1.0)[group] * -1 / (1 + numpy.exp(-z))
        return (-numpy.log(some[right]).sum() - none[~right].sum() + 0.5 * (ridge * w[:-1] ** 2).sum(),
                numpy.append(a.T @ slope + ridge * w[:-1], slope.sum()))

    w = optimize.minimize(loss, numpy.append(numpy.zeros(len(columns)), -1.0), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {key: w[i] for key, i in columns.items()}, w[-1]


def offered(texts, weights, bias, shift):
    """The kinds that are taken to be offered, text by text."""
    found = [set(text["sure"]) for text in texts]
    for number, text in enumerate(texts):
        for mark in text["marks"]:
            if sum(weights.get(key, 0) for key in features(mark)) + bias >= shift / 32:
                found[number].add(mark[0])
    return found


def tell(name, texts, found):
    hits = sum(len(f & t["gold"]) for f, t in zip(found, texts))
    false = sum(len(f - t["gold"]) for f, t in zip(found, texts))
    missed = sum(len(t["gold"] - f) for f, t in zip(found, texts))
    print(f"{name:24} found {hits}, false {false}, missed {missed}: F1 {2 * hits / (2 * hits + false + missed):.4f}")


def cross_validate(texts, shift):
    sources = sorted({text["source"] for text in texts})
    fold = {source: i % FOLDS for i, source in enumerate(sources)}
    found = [None] * len(texts)
    for k in range(FOLDS):
        weights, bias = fit([text for text in texts if fold[text["source"]] != k])
        own = [i for i, text in enumerate(texts) if fold[text["source"]] == k]
        for i, kinds in zip(own, offered([texts[i] for i in own], weights, bias, shift)):
            found[i] = kinds
    return found


def byte(x):
    return max(-127, min(127, round(32 * x)))


def table(pairs):
    cells = ["{%d, %d}" % (byte(a), byte(b)) for a, b in pairs]
    return ",\n".join("\t" + ", ".join(cells[i:i + 8]) for i in range(0, len(cells), 8))


def put_weights(source, weights, tables, threshold, enough):
    """A header with other weights in its tables, and another threshold."""
    for name, kind, keys in tables:
        get = lambda row, key: weights.get((row, key), 0)
        rows = table([(get(kind, key), get(kind, key) + get("weak " + kind, key)) for key in keys])
        source = re.sub(rf"(\b{name}\[[^;]+\]\[2\] = \{{\n).*?(\n\}};)", lambda m: m.group(1) + rows + m.group(2), source, count=1, flags=re.S)
    return re.sub(rf"(#define {threshold}\s+)\(?-?\d+\)?", lambda m: m.group(1) + (f"({n})" if (n := round(enough)) < 0 else str(n)), source)


def learn(description, path, shift, tables, threshold):
    """Reads the arguments, fits, and writes the header at path anew; shift: what --shift is where it is not given."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", action="store_true", dest="only_try")
    parser.add_argument("--shift", type=float, default=shift)
    parser.add_argument("program")
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    files = [postings(options.program, file) for file in options.gold]
    texts = [text for file in files for text in file]
    if options.only_try:
        found = cross_validate(texts, options.shift)
        for name, file in zip(options.gold, files):
            tell(name.stem + ", rules", file, [text["sure"] for text in file])
            tell(name.stem, file, found[:len(file)])
            found = found[len(file):]
        return
    weights, bias = fit(texts)
    tell("rules", texts, [text["sure"] for text in texts])
    tell("fitted", texts, offered(texts, weights, bias, options.shift))
    path.write_text(put_weights(path.read_text(encoding="utf-8"), weights, tables, threshold, options.shift - 32 * bias), encoding="utf-8")


def main():
    signs = re.search(r"BENEFIT_ZONE,(.*?)BENEFIT_SIGN_COUNT", (root / "src/core/benefits.c").read_text(encoding="utf-8"), re.S)
    n_signs = 1 + len(re.findall(r"^\tBENEFIT_\w+,", signs.group(1), re.M))
    learn(__doc__, root / "src/core/benefit_weights.h", 0,
          (("benefit_weights", "sign", range(n_signs)), ("kind_weights", "kind", KINDS)), "BENEFIT_ENOUGH")


if __name__ == "__main__":
    main()
