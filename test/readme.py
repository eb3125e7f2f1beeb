#!/usr/bin/env python3
"""Runs the tour of README.md in the database that psql reaches, which must be empty, and holds what it shows
against what comes out.

The first block of SQL makes the table; each query that stands behind "=> " is followed by its result, a table or,
without a rule under the head, one row turned on its side.  Every other block of SQL must run.  Prints one line
`ok ...` or `not ok ...` a query and block.
"""
import pathlib
import re
import subprocess
import sys


def psql(sql):
    """Runs SQL in one session; returns its rows and what went wrong."""
    run = subprocess.run(["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-f", "-"], input=sql.encode(), capture_output=True)
    rows = [line.split("\t") for line in run.stdout.decode().split("\n") if line]
    return rows, run.stderr.decode().strip() if run.returncode else ""


def shown(result):
    """The rows that a result in the text shows."""
    lines = [[cell.strip() for cell in line.split("|", 1 if "-+-" not in result else -1)] for line in result.strip("\n").split("\n")
             if not re.fullmatch(r"[-+ ]+", line)]
    return lines[1:] if "-+-" in result else [[cell for _, cell in lines]]


def main():
    text = (pathlib.Path(__file__).parent.parent / "README.md").read_text()
    blocks = re.findall(r"```(sql)?\n(.*?)```", text, re.S)
    sql = [body for kind, body in blocks if kind]
    setting = "SET client_min_messages = warning; SET search_path = public, posting;\n"
    right = True
    for n, body in enumerate(sql):
        _, error = psql((setting if n else "") + body)
        print(f"{'not ok' if error else 'ok'} README: block {n + 1} of SQL runs" + (f"\n# {error}" if error else ""))
        right &= not error
    for kind, body in blocks:
        if not kind and body.startswith("=> "):
            query, result = re.fullmatch(r"=> (.*?;)\n\n(.*)", body, re.S).groups()
            rows, error = psql(setting + query)
            same = rows == shown(result)
            print(f"{'ok' if same else 'not ok'} README: {' '.join(query.split())[:60]} gives what it shows")
            if not same:
                print(f"# {error or rows}")
            right &= same
    sys.exit(not right)


if __name__ == "__main__":
    main()
