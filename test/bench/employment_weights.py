#!/usr/bin/env python3
r"""Makes src/core/employment_weights.h anew: learns which mentions of an employment type are said of the job.

usage: employment_weights.py [--try] [--shift N] EMPLOYMENT_PROGRAM GOLD.jsonl ...
EMPLOYMENT_PROGRAM is test/bench/employment.c, built against the core but for the file that it includes:
    make build/lexicon_data.o && cc -std=gnu11 -O1 -w -DUTF8PROC_EXPORTS -Isrc -o employment test/bench/employment.c \
        $(ls src/core/*.c | grep -v '/employment_choose\.c$') build/lexicon_data.o -lpcre2-8 -lutf8proc
GOLD.jsonl holds a labelled posting a line, {"id", "text", "gold": {"employment_type": [...]}}.

The fit, the options and the needs are those of benefit_weights.py.
"""
import argparse
import pathlib
import re

import benefit_weights as learner

learner.FIELD = "employment_type"
learner.RIDGE = {"sign": 2.0, "weak sign": 8.0, "kind": 4.0, "weak kind": 4.0}
learner.KINDS = re.search(r"posting_employment_names\[\] = \{(.*?)\}", (learner.root / "src/core/posting_names.c").read_text(encoding="utf-8"), re.S)
learner.KINDS = re.findall(r'"(\w+)"', learner.KINDS.group(1))
header = learner.root / "src/core/employment_weights.h"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", action="store_true", dest="only_try")
    parser.add_argument("--shift", type=float, default=6)
    parser.add_argument("program")
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    files = [learner.postings(options.program, path) for path in options.gold]
    texts = [text for file in files for text in file]
    if options.only_try:
        found = learner.cross_validate(texts, options.shift)
        for path, file in zip(options.gold, files):
            learner.tell(path.stem, file, found[:len(file)])
            found = found[len(file):]
        return
    weights, bias = learner.fit(texts)
    learner.tell("fitted", texts, learner.offered(texts, weights, bias, options.shift))
    code = (learner.root / "src/core/employment_choose.c").read_text(encoding="utf-8")
    n_hints = len(re.findall(r"is_\w+", re.search(r" hints\[\]\).*? = \{(.*?)\n\};", code, re.S).group(1)))
    zones = len(re.findall(r"ZONE_\w+", re.search(r"ZONE_SUMMARY,.*?ZONE_OTHER", (learner.root / "src/core/posting.h").read_text(), re.S).group(0)))
    n_signs = n_hints + zones + len(re.findall(r"^\tSIGN_\w+", re.search(r"\tSIGN_ALONE =.*?PLACE_SIGN_COUNT", code, re.S).group(0), re.M))
    header.write_text(learner.put_weights(header.read_text(encoding="utf-8"), weights, (
        ("employment_weights", "sign", range(n_signs)), ("kind_weights", "kind", learner.KINDS)), "EMPLOYMENT_ENOUGH", options.shift - 32 * bias), encoding="utf-8")


if __name__ == "__main__":
    main()
