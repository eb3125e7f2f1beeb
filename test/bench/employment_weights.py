#!/usr/bin/env python3
r"""Makes src/core/employment_weights.h anew: learns which mentions of an employment type are said of the job.

usage: employment_weights.py [--try] [--shift N] EMPLOYMENT_PROGRAM GOLD.jsonl ...
EMPLOYMENT_PROGRAM is test/bench/employment.c, built against the core but for the file that it includes:
    make build/lexicon_data.o && cc -std=gnu11 -O1 -w -DUTF8PROC_EXPORTS -Isrc -o employment test/bench/employment.c \
        $(ls src/core/*.c | grep -v '/employment_choose\.c$') build/lexicon_data.o -lpcre2-8 -lutf8proc
GOLD.jsonl holds a labelled posting a line, {"id", "text", "gold": {"employment_type": [...]}}.

The fit, the options and the needs are those of benefit_weights.py.
"""
import re

import benefit_weights as learner

core = learner.root / "src/core"
learner.FIELD = "employment_type"
KINDS = re.search(r"posting_employment_names\[\] = \{(.*?)\}", (core / "posting_names.c").read_text(encoding="utf-8"), re.S)
KINDS = re.findall(r'"(\w+)"', KINDS.group(1))


def main():
    code = (core / "employment_choose.c").read_text(encoding="utf-8")
    n_hints = len(re.findall(r"is_\w+", re.search(r" hints\[\]\).*? = \{(.*?)\n\};", code, re.S).group(1)))
    zones = len(re.findall(r"ZONE_\w+", re.search(r"ZONE_SUMMARY,.*?ZONE_OTHER", (core / "posting.h").read_text(), re.S).group(0)))
    n_signs = n_hints + zones + len(re.findall(r"^\tSIGN_\w+", re.search(r"\tSIGN_ALONE =.*?PLACE_SIGN_COUNT", code, re.S).group(0), re.M))
    learner.learn(__doc__, core / "employment_weights.h", 6,
                  (("employment_weights", "sign", range(n_signs)), ("kind_weights", "kind", KINDS)), "EMPLOYMENT_ENOUGH")


if __name__ == "__main__":
    main()
