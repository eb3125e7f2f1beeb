#!/usr/bin/env python3
"""Reads labelled postings with the installed extension and says how well it did, field by field.

usage: accuracy.py [--misses N] [--psql 'psql ...'] CORPUS.jsonl [THRESHOLDS.json]

A line of the corpus is {"id", "text", "gold": {...}}.  How a field counts:
  one value   title, company, seniority, education, experience, ...: right, wrong or missed; a title
              or company is right where it is any of the labelled ones, apart from case and punctuation
  a list      places, workplace, benefits, ...: each element
  pay         currency, period, least and greatest amount of base and on-target pay, to the cent
  skills      a skill is right where its span and a labelled wording share half of the longer one,
              or where the names agree; required against preferred counts over the right ones
  postings    how many postings the document holds
Prints a table.  With thresholds ({"field": least F1}, skills {"precision", "recall"}) each is marked,
one line `ok NAME` or `not ok NAME` per threshold ends the output, and the status is 1 where one failed.
"""
import argparse
import csv
import io
import json
import re
import shlex
import subprocess
import sys
import unicodedata

ONE_VALUE = ("title", "company", "seniority", "education", "experience_years", "visa_sponsorship",
             "reference", "date_posted", "valid_through", "pay_statement")
LISTS = ("locations", "workplace", "employment_type", "languages", "benefits", "salaries")
LEGAL_FORM = {"inc", "llc", "ltd", "limited", "plc", "gmbh", "corp", "corporation", "co", "company",
              "ag", "sa", "bv", "pty", "llp", "lp", "group", "holding", "holdings", "se", "spa", "srl"}
WITH_REGION = ("US", "CA", "AU")


def plain(text):
    """Text without what does not distinguish two names: case, punctuation, spaces, width."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+[+#]*", text))


def plain_company(text):
    """A company's name without article and legal form."""
    words = plain(text).split()
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORM:
        words.pop()
    return " ".join(words)


def read_corpus(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def escape(text):
    """A value of COPY's text format."""
    for char, code in (("\\", r"\\"), ("\n", r"\n"), ("\r", r"\r"), ("\t", r"\t"), ("\0", "")):
        text = text.replace(char, code)
    return text


def ask(psql, texts):
    """Parses the texts in the database: a list of (value as JSON, number of postings)."""
    script = ("CREATE TEMP TABLE corpus (n int, raw text);\nCOPY corpus FROM STDIN;\n"
              + "".join(f"{n}\t{escape(text)}\n" for n, text in enumerate(texts))
              + "\\.\nCOPY (SELECT posting_parse(raw)::jsonb, (SELECT count(*) FROM posting_split(raw))"
                " FROM corpus ORDER BY n) TO STDOUT WITH (FORMAT csv);\n")
    run = subprocess.run(shlex.split(psql) + ["-Xq", "-v", "ON_ERROR_STOP=1", "-f", "-"],
                         input=script.encode(), capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr.decode().strip() or "psql failed")
    csv.field_size_limit(1 << 30)
    return [(json.loads(value), int(count)) for value, count in csv.reader(io.StringIO(run.stdout.decode()))]


def amount(value):
    return None if value is None else round(float(value), 2)


def elements(field, values):
    """What of a list is compared."""
    if field == "locations":
        return {(plain(v.get("city") or ""),
                 (v.get("region") or "").casefold() if v.get("country") in WITH_REGION else "",
                 v.get("country") or "") for v in values or ()}
    if field == "salaries":
        return {(v.get("currency"), v.get("period"), amount(v.get("min")), amount(v.get("max")))
                for v in values or () if v.get("kind", "base") in ("base", "ote")}
    return set(values or ())


def single(field, value):
    """The comparable form of a found value."""
    if value is None:
        return None
    if field == "title":
        return plain(value)
    if field == "company":
        return plain_company(value)
    if field == "education":
        return value["level"]
    if field == "experience_years":
        return value.get("min"), value.get("max")
    return str(value).casefold()


def accepted(field, label):
    """The comparable forms that a label accepts; none where nothing is labelled."""
    if field in ("title", "company"):
        return {single(field, name) for name in label or ()}
    if field == "education":
        return {label} if label else set()
    return {single(field, label)} if label is not None and label != {} else set()


def quote_spans(raw, quote):
    """Byte spans of a labelled wording in its text: whole words, else anywhere."""
    inner = r"\s+".join(map(re.escape, quote.split()))
    for pattern in (rf"(?<!\w){inner}(?!\w)", inner):
        spans = [(len(raw[:m.start()].encode()), len(raw[:m.end()].encode()))
                 for m in re.finditer(pattern, raw, re.IGNORECASE)]
        if spans:
            return spans
    return []


def touches(spans, others):
    """Whether a span of each side share at least half of the longer one."""
    return any(2 * (min(a[1], b[1]) - max(a[0], b[0])) >= max(a[1] - a[0], b[1] - b[0])
               for a in spans for b in others)


class Score:
    """Counts of one field."""

    def __init__(self):
        self.right_found = self.found = self.right_labelled = self.labelled = 0
        self.misses = []

    def add(self, right_found, found, right_labelled, labelled, miss):
        self.right_found += right_found
        self.found += found
        self.right_labelled += right_labelled
        self.labelled += labelled
        if right_found < found or right_labelled < labelled:
            self.misses.append(miss)

    @property
    def precision(self):
        return self.right_found / self.found if self.found else 1.0

    @property
    def recall(self):
        return self.right_labelled / self.labelled if self.labelled else 1.0

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compare_skills(score, requirement, entry, value):
    raw = entry["text"]
    hard = [(label, quote_spans(raw, label["mention"])) for label in entry["gold"].get("skills") or ()]
    soft = [span for quote in entry["gold"].get("soft_skills") or () for span in quote_spans(raw, quote)]
    met, wrong, right = set(), [], 0
    for skill in value.get("skills") or ():
        hits = [n for n, (label, spans) in enumerate(hard)
                if touches(skill["at"], spans) or plain(label["mention"]) == plain(skill["name"])]
        if not hits and not touches(skill["at"], soft):
            wrong.append(skill["name"])
            continue
        right += 1
        for n in set(hits) - met:
            agrees = hard[n][0]["requirement"] == skill["requirement"]
            requirement.add(agrees, 1, agrees, 1, (entry["id"], hard[n][0], skill["requirement"]))
        met.update(hits)
    labelled = {n for n, (_, spans) in enumerate(hard) if spans} | met
    score.add(right, right + len(wrong), len(met), len(labelled),
              (entry["id"], "missed " + ", ".join(hard[n][0]["mention"] for n in sorted(labelled - met)),
               "wrong " + ", ".join(wrong)))


def compare(scores, entry, value, count):
    gold, ident = entry["gold"], entry["id"]
    labelled = gold.get("n_postings", 1)
    scores["postings"].add(count == labelled, 1, count == labelled, 1, (ident, labelled, count))
    for field in ONE_VALUE:
        if labelled > 1 and field != "company" or field == "pay_statement" and field not in gold:
            continue    # the other labels of such a document belong to its parts
        found, label = single(field, value.get(field)), accepted(field, gold.get(field))
        right = found in label
        scores[field].add(right, found is not None, right, bool(label), (ident, gold.get(field), value.get(field)))
    if labelled > 1:
        return
    for field in LISTS:
        found, label = elements(field, value.get(field)), elements(field, gold.get(field))
        right = len(found & label)
        scores[field].add(right, len(found), right, len(label), (ident, sorted(map(str, label)), sorted(map(str, found))))
    compare_skills(scores["skills"], scores["requirement"], entry, value)


def limits_of(thresholds, field):
    """(measure, least value) pairs of one field."""
    limit = thresholds.get(field, {})
    return list(limit.items()) if isinstance(limit, dict) else [("f1", limit)]


def report(scores, thresholds):
    """Prints the table and the verdicts; returns whether all thresholds hold."""
    verdicts = []
    print(f"{'field':18}{'precision':>10}{'recall':>8}{'F1':>7}{'labels':>8}   least")
    for field, score in scores.items():
        limits = limits_of(thresholds, field)
        for measure, least in limits:
            verdicts.append((getattr(score, measure) >= least, f"accuracy of {field}, {measure} >= {least}"))
        print(f"{field:18}{score.precision:10.3f}{score.recall:8.3f}{score.f1:7.3f}{score.labelled:8d}   "
              + ", ".join(f"{measure} {least:.2f}" for measure, least in limits))
    for holds, name in verdicts:
        print("ok" if holds else "not ok", name)
    return all(holds for holds, _ in verdicts)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus")
    options.add_argument("thresholds", nargs="?")
    options.add_argument("--misses", type=int, default=0, help="print so many misses of each field")
    options.add_argument("--psql", default="psql")
    args = options.parse_args()
    corpus = read_corpus(args.corpus)
    thresholds = {}
    if args.thresholds:
        with open(args.thresholds, encoding="utf-8") as file:
            thresholds = json.load(file)
    scores = {field: Score() for field in ("postings",) + ONE_VALUE + LISTS + ("skills", "requirement")}
    for entry, (value, count) in zip(corpus, ask(args.psql, [entry["text"] for entry in corpus])):
        compare(scores, entry, value, count)
    for field, score in scores.items():
        for ident, label, found in score.misses[:args.misses]:
            print(f"{field}: {ident}\n    labelled {label}\n    found    {found}")
    sys.exit(0 if report(scores, thresholds) else 1)


if __name__ == "__main__":
    main()
