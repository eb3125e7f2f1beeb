#!/usr/bin/env python3
"""Writes a page that shows postings with their values marked: reads rows of JSON, prints HTML.

usage: page.py < ROWS > PAGE
A row: {"id", "n", "facts": {column: value}, "html": what posting_highlight() returned}.
"""
import html
import json
import re
import sys

STYLE = """
body { font: 16px/1.55 system-ui, sans-serif; max-width: 78rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fbfaf8 }
h1 { font-size: 1.6rem; margin-bottom: .2rem }
h2 { font-size: 1.2rem; margin: 0 0 .8rem }
article { background: #fff; border: 1px solid #e4e0d8; border-radius: .6rem; padding: 1.2rem 1.4rem; margin: 1.4rem 0 }
.both { display: grid; grid-template-columns: minmax(0, 5fr) minmax(16rem, 2fr); gap: 1.6rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
table { border-collapse: collapse; font-size: .86rem; align-self: start; width: 100% }
td { padding: .15rem .5rem .15rem 0; vertical-align: top; border-top: 1px solid #eee7dc; overflow-wrap: anywhere }
td:first-child { color: #776f63; white-space: nowrap }
mark { border-radius: .25rem; padding: .05rem .15rem; background: #eee; cursor: help }
mark[title$="(required)"] { border-bottom: 2px solid #456 }
mark[title$="(preferred)"] { border-bottom: 2px dashed #456 }
.legend mark { margin-right: .5rem; font-size: .9rem }
@media (max-width: 52rem) { .both { grid-template-columns: 1fr } }
"""
COLOURS = ("#ffe08a", "#b9e4c9", "#bcd9f5", "#f5c6d6", "#d9c8f2", "#ffd0b0", "#cdeef0", "#e3e6a8", "#f0d9c0", "#c8d3ee",
           "#e8c8e0", "#cfe8b4")


def cell(value):
    """One fact as text."""
    if isinstance(value, list):
        return html.escape(", ".join(map(str, value)))
    return html.escape({True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value))


def article(row):
    """One posting: its text with marks beside its facts."""
    facts = {name: value for name, value in row["facts"].items()
             if value not in (None, [], "") and name not in ("seniority_rank", "cities", "countries")}
    heading = " · ".join(str(facts[name]) for name in ("title", "company", "city") if name in facts) or row["id"]
    rows = "".join(f"<tr><td>{html.escape(name.replace('_', ' '))}<td>{cell(value)}" for name, value in facts.items())
    return (f'<article id="{html.escape(row["id"])}-{row["n"]}"><h2>{html.escape(heading)}</h2>'
            f'<div class="both"><div class="text">{row["html"]}</div><table>{rows}</table></div></article>')


def main():
    rows = [json.loads(line) for line in sys.stdin]
    kinds = sorted(set(re.findall(r'<mark class="(posting-[a-z_-]+)', " ".join(row["html"] for row in rows))))
    colours = dict(zip(kinds, COLOURS * (len(kinds) // len(COLOURS) + 1)))
    style = STYLE + "".join(f".{kind} {{ background: {colour} }}\n" for kind, colour in colours.items())
    legend = "".join(f'<mark class="{kind}">{kind.removeprefix("posting-").replace("_", " ").replace("-", " ")}</mark>' for kind in kinds)
    print(f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Postings, read</title>'
          f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{style}</style>\n'
          f'<h1>Postings, read</h1><p>{len(rows)} posting{"s" * (len(rows) != 1)}. What is marked was read as a value; point at a mark to see '
          f'which. Skills are underlined where they are required, dashed where they are preferred.</p><p class="legend">{legend}</p>')
    for row in rows:
        print(article(row))


if __name__ == "__main__":
    main()
