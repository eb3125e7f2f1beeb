#!/usr/bin/env python3
"""Holds the sources against the rules of doc/architecture.md; prints one TAP line a rule.

usage: layers.py ROOT
"""
import json
import pathlib
import re
import sys

LIBC = {"ctype.h", "dirent.h", "errno.h", "inttypes.h", "limits.h", "math.h", "setjmp.h", "stdarg.h", "stdbool.h",
        "sanitizer/asan_interface.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "time.h"}
LIBRARIES = {"utf8proc.h", "pcre2.h"}
LONGEST_FUNCTION = 80
root = pathlib.Path(sys.argv[1])


def sources(folder, *endings):
    return sorted(p for p in (root / folder).rglob("*") if p.suffix in endings)


def includes(path):
    return re.findall(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', path.read_text(encoding="utf-8"), re.MULTILINE)


def name(path):
    return str(path.relative_to(root))


def core_stands_alone():
    """src/core includes only the core, libc, utf8proc and PCRE2"""
    for path in sources("src/core", ".c", ".h"):
        for kind, header in includes(path):
            known = header in LIBC | LIBRARIES if kind == "<" else (root / "src/core" / header).is_file()
            if not known:
                yield f"{name(path)} includes {header}"


def postgres_first():
    """src/pg includes postgres.h first, and only in .c files"""
    for path in sources("src/pg", ".c", ".h"):
        headers = [header for _, header in includes(path)]
        if path.suffix == ".c" and headers[:1] != ["postgres.h"]:
            yield f"{name(path)} begins with {headers[:1]}"
        if path.suffix == ".h" and "postgres.h" in headers:
            yield f"{name(path)} includes postgres.h"


def versions_in_one_place():
    """only compat.h and module.c ask for the server's version"""
    for path in sources("src/pg", ".c", ".h"):
        if path.name not in ("compat.h", "module.c") and "PG_VERSION_NUM" in path.read_text(encoding="utf-8"):
            yield name(path)


def no_locale():
    """no function of the locale touches text"""
    banned = re.compile(r"\b(?:is(?:alpha|alnum|digit|space|upper|lower|punct)|to(?:lower|upper)|strto[df]|setlocale|strcoll)\s*\(")
    for path in sources("src", ".c", ".h"):
        for line in banned.finditer(path.read_text(encoding="utf-8")):
            if path.parts[-2] != "lexicon":     # the host program reads only our own files
                yield f"{name(path)}: {line.group()}"


def short_lines():
    """no line of C is wider than 100 columns"""
    for path in sources("src", ".c", ".h") + sources("test", ".c", ".h"):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if len(line.expandtabs(4)) > 100:
                yield f"{name(path)}:{n} has {len(line.expandtabs(4))}"


def short_functions():
    """no function is longer than 80 lines"""
    for path in sources("src", ".c", ".h"):
        start = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line == "{":
                start = number
            elif line == "}" and start:
                if number - start - 1 > LONGEST_FUNCTION:
                    yield f"{name(path)}:{start} has {number - start - 1} lines"
                start = None


def plain_sql():
    """the install script neither replaces nor skips what exists, nor quotes @extschema@"""
    for path in sources("src/pg", ".sql"):
        text = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
        for word in re.findall(r"OR REPLACE|IF NOT EXISTS|'[^'\n]*@extschema@[^'\n]*'", text, re.IGNORECASE):
            yield f"{name(path)}: {word}"


def one_version():
    """control, META.json, CHANGELOG.md, debian/changelog and posting.h name one version"""
    control = re.search(r"^default_version\s*=\s*'([^']+)'", (root / "posting_parser.control").read_text(), re.M).group(1)
    meta = json.loads((root / "META.json").read_text())
    parser = re.search(r"#define POSTING_PARSER_VERSION\s+(\d+)", (root / "src/core/posting.h").read_text()).group(1)
    if meta["version"] != control or meta["provides"]["posting_parser"]["version"] != control:
        yield f"META.json does not say {control}"
    if not (root / "debian/changelog").read_text().startswith(f"posting-parser ({control}-"):
        yield f"debian/changelog does not begin with {control}"
    log = (root / "CHANGELOG.md").read_text() if (root / "CHANGELOG.md").is_file() else ""
    first = re.search(r"^## \[?(\S+?)\]?(?:\s.*)?$([\s\S]*?)(?=^## |\Z)", log, re.M)
    if not first or first.group(1) != control:
        yield f"CHANGELOG.md does not begin with {control}"
    elif not re.search(rf"parser version[^\d\n]*{parser}\b", first.group(2), re.I):
        yield f"the newest entry of CHANGELOG.md does not say 'parser version {parser}'"


# What a rule needs that a text alone has not: a JSON reader, a user's own skills.
OF_THE_HOST = {"jsonld.title", "jsonld.company", "jsonld.reference", "jsonld.employment", "jsonld.workplace",
               "jsonld.location", "jsonld.date", "jsonld.salary", "skill.custom"}


def rules_have_cases():
    """each rule has a hit and a near miss in test/unit/cases and stands in doc/fields.md"""
    rules = {rule for path in sources("src/core", ".c")
             for rule in re.findall(r'"([a-z_]+\.[a-z_]+)"', path.read_text(encoding="utf-8")) if not rule.endswith(".h")}
    cases = {tuple(line.split("\t")[:2]) for path in sorted((root / "test/unit/cases").glob("*.tsv"))
             for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    fields = (root / "doc/fields.md").read_text(encoding="utf-8")
    for rule in sorted(rules - OF_THE_HOST):
        for kind in ("hit", "miss"):
            if (rule, kind) not in cases:
                yield f"{rule} has no {kind}"
        if f"`{rule}`" not in fields:
            yield f"{rule} is not in doc/fields.md"


failed = False
for rule in (core_stands_alone, postgres_first, versions_in_one_place, no_locale, short_lines, short_functions, plain_sql, one_version,
             rules_have_cases):
    faults = list(rule())
    failed = failed or bool(faults)
    print("not ok" if faults else "ok", rule.__doc__)
    for fault in faults:
        print("#", fault)
sys.exit(failed)
