#!/usr/bin/env python3
r"""Learns which of a posting's names is the employer's: src/lexicon/employer_context.tsv, or the weights in company_candidate.h.

usage: company_weights.py context PROGRAM POSTINGS.csv > src/lexicon/employer_context.tsv
       company_weights.py clues PROGRAM LABELLED.jsonl ...
PROGRAM is test/bench/company_clues.c, built against the core but for company_choose.c, which it includes:
    cc -std=gnu11 -O2 -DUTF8PROC_EXPORTS -Isrc -o company_clues test/bench/company_clues.c \
        $(ls src/core/*.c | grep -v /company_choose.c) build/lexicon_data.o -lpcre2-8 -lutf8proc
numpy, scipy and sklearn are needed; each takes about a minute.

context: POSTINGS.csv has a header and a column raw; no labels are needed.  Where the employer's score is SURE or more,
its places are told from those of the other names by a logistic regression over the two words before and the two behind
them, and its own words from those of the other names.  An employer counts in three postings at most.  Leave out the
postings whose labels the weights are learned from, or the context seems to tell more than it does.
clues: each line of LABELLED.jsonl has "text" and "gold", {"company": [acceptable names]}.  Of the names of a text and
"none", which has the score ENOUGH, the right one shall be likeliest, the likelihood being exp(score / 10) over the sum
of all.  Their logarithms are summed and maximised, with a penalty of 1/40 of the square by
which a weight leaves SHRUNK of the one it has, a tenth of that for the words' weights (0.75 when the words came in, 1 for
fits to come).  Prints the F1 of five fits that leave out a fifth of the
postings each, and writes the weights of a fit over all into company_candidate.h.
"""
import collections
import csv
import json
import pathlib
import re
import struct
import subprocess
import sys

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

SURE = 60       # more than ENOUGH: a score that hardly errs
SEEN = 10       # so often a word stands at a place, or it counts for nothing; half of it in names
SPREAD = 10     # scores a unit of log odds
PENALTY = 5.0   # in hundredths of the square
SHRUNK = 1   # where a weight is drawn to: to this share of what it is
COLUMNS = ("right before it", "second before it", "right behind it", "second behind it", "in it", "at its end")
SUMS = ("AROUND", "ON_AVERAGE", "INSIDE", "LAST")
SUFFIX = re.compile(r"[,.]?\s+(inc|llc|ltd|limited|plc|gmbh|corp|corporation|co|company|ag|s\.?a\.?|b\.?v\.?|pty|llp|lp|group|holdings?|se|spa|srl|the)\.?$")
root = pathlib.Path(__file__).resolve().parents[2]
Name = collections.namedtuple("Name", "text score unread never words sums clues")


def plain(name):
    """A name without article and legal form, as labels are compared."""
    name = re.sub(r"\s+", " ", name.replace("’", "'")).strip(" .,:;-|*#\"'").casefold().removeprefix("the ")
    while (shorter := SUFFIX.sub("", name).strip(" .,")) and shorter != name:
        name = shorter
    return name


def read(program, texts):
    """The names of each text and the places where they stand."""
    data = b"".join(struct.pack("<I", len(text)) + text for text in (text.encode() for text in texts))
    out = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.decode(errors="replace")
    documents = [([], []) for _ in texts]
    for line in out.splitlines() if "\x85" not in out else out.split("\n"):
        columns = line.split("\t")
        if columns[0] == "#":       # a text that is read twice counts as read last
            names, places = documents[int(columns[1])] = ([], [])
        elif columns[0] == "c":
            names.append(Name(columns[1], int(columns[2]), int(columns[3]), int(columns[4]), columns[5].split(),
                              [int(x) / 64 for x in columns[6:10]],
                              {int(a): int(b) / 4 for a, b in (x.split(":") for x in columns[10:])}))
        elif columns[0] == "m":
            places.append((int(columns[1]), tuple(columns[2:6])))
    return documents


def regression(rows, least):
    """The log odds that each key of the rows (right, keys) adds, in 1/32."""
    count = collections.Counter(key for _, keys in rows for key in keys)
    number = {key: i for i, key in enumerate(sorted(key for key in count if count[key] >= least))}
    where = [(i, number[key]) for i, (_, keys) in enumerate(rows) for key in set(keys) if key in number]
    matrix = csr_matrix((numpy.ones(len(where)), tuple(zip(*where))), shape=(len(rows), len(number)))
    fit = LogisticRegression(C=0.5, solver="liblinear", max_iter=60).fit(matrix, [right for right, _ in rows])
    return {key: max(-96, min(96, round(32 * fit.coef_[0][i]))) for key, i in number.items()}


def context(program, path):
    """Prints employer_context.tsv."""
    csv.field_size_limit(1 << 27)
    texts = [row["raw"].replace("\0", "") for row in csv.DictReader(open(path, encoding="utf-8", newline=""))]
    seen, places, own = collections.Counter(), [], {}
    for names, mentions in read(program, texts):
        best = max(range(len(names)), key=lambda i: names[i].score, default=None)
        if best is None or names[best].score < SURE:
            continue
        employer = plain(names[best].text)
        seen[employer] += 1
        if seen[employer] > 3:
            continue
        # shorter and longer forms of the name are right, too
        right = {i for i, name in enumerate(names) if i == best or plain(name.text).split()[:1] == employer.split()[:1]}
        places += [(name in right, [(column, word) for column, word in enumerate(words)]) for name, words in sorted(set(mentions))]
        for i, name in enumerate(names):
            if i == best or i not in right:
                words = tuple(name.words)
                own[words] = own.get(words, False) or i == best
    odds = regression(places, SEEN)
    odds |= regression([(right, [(4, word) for word in words[:-1]] + [(5, word) for word in words[-1:]]) for words, right in own.items()], SEEN // 2)
    rows = collections.defaultdict(lambda: [0] * len(COLUMNS))
    for (column, word), value in odds.items():
        rows[word][column] = value
    print("# What a word says of a capitalised name that it stands beside or in: that it is the employer's, or another.  In 1/32 of log odds,\n"
          "# learned by test/bench/company_weights.py over public postings without labels, whose employers the parser told without doubt; a sign\n"
          f"# stands for itself, 0 for any number, ^ for the end of the line, ~ for other signs.  Own work.\n# Columns: word, {', '.join(COLUMNS)}.")
    for word, values in sorted(rows.items()):
        sign = len(word) == 1 and word.isascii() and not word.isalpha() and word != "#"
        if sign or (re.fullmatch(r"[^\W\d_]+", word) and max(map(abs, values)) >= 12):
            print(word, *(value if sign or abs(value) >= 6 else 0 for value in values), sep="\t")


class Choice:
    """The likelihood of the right names of some postings."""

    def __init__(self, postings, names, n_clues):
        cells, self.begin, right, never, document = [], [0], [], [], []
        for i, (gold, candidates) in enumerate(zip(postings, names)):
            for name in candidates:
                row = len(document)
                cells += [(row, clue, count) for clue, count in name.clues.items()]
                cells += [(row, n_clues + k, value) for k, value in enumerate(name.sums)] + [(row, n_clues + len(SUMS), -name.unread)]
                document.append(i)
                right.append(plain(name.text) in gold)
                never.append(name.never)
            self.begin.append(len(document))
        row, column, value = zip(*cells)
        self.matrix = csr_matrix((value, (row, column)), shape=(len(document), n_clues + len(SUMS) + 1))
        self.document, self.right, self.never = numpy.array(document), numpy.array(right, bool), numpy.array(never, bool)
        self.named = numpy.array([bool(gold) for gold in postings])
        self.found = numpy.zeros(len(postings), bool)
        numpy.logical_or.at(self.found, self.document, self.right & ~self.never)

    def loss(self, weights, target, penalty, used, enough):
        """What is left to be likely, and its slope."""
        score = (self.matrix @ weights - enough) / SPREAD
        score[self.never] = -1e9
        most = numpy.zeros(len(self.named))
        numpy.maximum.at(most, self.document, score)
        odds, none = numpy.exp(score - most[self.document]), numpy.exp(-most)
        total = none + numpy.bincount(self.document, odds, len(most))
        of_right = numpy.bincount(self.document, odds * self.right, len(most))
        counts = used * numpy.where(self.named & ~self.found, 0.5, 1)
        likely = numpy.where(self.found, of_right, none) / total
        share = numpy.where(self.found[self.document], odds * self.right / numpy.maximum(of_right, 1e-300)[self.document], 0)
        slope = self.matrix.T @ (counts[self.document] * (odds / total[self.document] - share) / SPREAD)
        off = weights - target
        return (-(counts * numpy.log(numpy.maximum(likely, 1e-30))).sum() + (penalty * off * off).sum() / 200, slope + penalty * off / 100)

    def fit(self, target, penalty, used, enough):
        """The weights that make the right names of the postings used likeliest."""
        return minimize(self.loss, target, args=(target, penalty, used, enough), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x

    def taken(self, weights, enough):
        """Whether a name is taken from each posting, and whether it is right."""
        score = numpy.floor(self.matrix @ weights)
        score[self.never] = -1e9
        taken, right = numpy.zeros((2, len(self.named)), bool)
        for i, (begin, end) in enumerate(zip(self.begin, self.begin[1:])):
            if end > begin:
                best = begin + int(numpy.argmax(score[begin:end]))
                taken[i] = score[best] >= enough
                right[i] = taken[i] and self.right[best]
        return taken, right


def clues(program, paths):
    """Writes the weights into company_candidate.h and company_choose.c."""
    header, source = root / "src/core/company_candidate.h", root / "src/core/company_choose.c"
    text, choose = header.read_text(encoding="utf-8"), source.read_text(encoding="utf-8")
    now = [(name, float(weight)) for name, weight in re.findall(r"CLUE\((\w+), (-?\d+),", text)]
    sums = [float(re.search(rf"#define WEIGHT_{name}\s+(-?\d+)", text)[1]) for name in SUMS]
    unread = float(re.search(r"#define UNREAD\s+(\d+)", choose)[1])
    enough = float(re.search(r"#define ENOUGH\s+(\d+)", text)[1])
    rows = [json.loads(line) for path in paths for line in open(path, encoding="utf-8")]
    rows = [row for row in rows if "company" in row.get("fields", ["company"])]
    names = [candidates for candidates, _ in read(program, [row["text"] for row in rows])]
    choice = Choice([{plain(name) for name in row["gold"].get("company") or []} for row in rows], names, len(now))
    target = numpy.array([weight for _, weight in now] + sums + [unread])
    target[:len(now)] *= SHRUNK
    penalty = numpy.full(len(target), PENALTY)
    penalty[len(now):-1] /= 10
    fold = numpy.random.RandomState(0).randint(0, 5, len(rows))
    taken, right = numpy.zeros((2, len(rows)), bool)
    for k in range(5):
        weights = choice.fit(target, penalty, fold != k, enough)
        for all_of, some in zip((taken, right), choice.taken(weights, enough)):
            all_of[fold == k] = some[fold == k]
    print(f"F1 of postings left out: {2 * right.sum() / (taken.sum() + choice.named.sum()):.3f} of {len(rows)}")
    weights = [int(round(weight)) for weight in choice.fit(target, penalty, numpy.ones(len(rows)), enough)]
    by_name = dict(zip([name for name, _ in now], weights))
    text = re.sub(r"CLUE\((\w+), (-?\d+),", lambda found: f"CLUE({found[1]}, {by_name[found[1]]},", text)
    for name, weight in zip(SUMS, weights[len(now):]):
        text = re.sub(rf"(#define WEIGHT_{name}\s+)-?\d+", rf"\g<1>{weight}", text)
    header.write_text(text, encoding="utf-8")
    source.write_text(re.sub(r"(#define UNREAD\s+)\d+", rf"\g<1>{weights[-1]}", choose), encoding="utf-8")


if len(sys.argv) < 4 or sys.argv[1] not in ("context", "clues"):
    sys.exit(__doc__)
if sys.argv[1] == "context":
    context(sys.argv[2], sys.argv[3])
else:
    clues(sys.argv[2], sys.argv[3:])
