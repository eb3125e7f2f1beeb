#!/usr/bin/env python3
"""Checks that posting_highlight() is safe HTML, with the server that psql reaches and, where asked for, a browser.

usage: browser.py [--chromium PROGRAM] [--screenshot PNG] [--picture TEXT PNG]
Hostile postings are highlighted and put on a page as test/demo --html writes it.  The fragments must hold
nothing but <mark class title> and escaped text, which read back is the posting; every mention must have its mark.
With a browser, no script of a posting may run: its title, its marks and its text must be what they were
before it was opened, and a page with a script that may run shows that it would be noticed.  --picture takes
a picture of one posting for the documentation.  Prints one line `ok ...` or `not ok ...` a check.
"""
import argparse
import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile

OWNED = "document.title='owned';document.body.setAttribute('data-owned','yes')"
HOSTILE = [
    f"<script>{OWNED}</script>\nCook\nSalary: $20 an hour <script>{OWNED}</script>\nRequirements: Python",
    f"<img src=x onerror=\"{OWNED}\">Cook wanted</title><svg onload={OWNED}>\nRequirements: SQL & \"C++\"",
    f"Title: Cook\" onmouseover=\"{OWNED}\" style=\"position:fixed;inset:0\nCompany: Acme'><svg/onload={OWNED}>\nRequirements: C#",
    f"Company: </mark></div></article><iframe srcdoc=\"<script>parent.{OWNED}</script>\"></iframe>\nRequirements: Java",
    f"<p>Cook</p><p>Reference: \"><script>{OWNED}</script></p>&lt;script&gt;{OWNED}&lt;/script&gt;<ul><li>SQL</ul>",
    f"&lt;p&gt;Baker&lt;/p&gt;&amp;lt;script&amp;gt;{OWNED}&amp;lt;/script&amp;gt; Requirements: Excel",
    "<html><head><script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"<img src=x onerror=\\\"" + OWNED.replace("'", "\\u0027")
    + "\\\">\",\"hiringOrganization\":{\"name\":\"\\\"><script>" + OWNED.replace("'", "\\u0027") + "</script>\"}}</script></head><body><p>Cook</body></html>",
    f"Cook <a href=\"javascript:{OWNED}\" autofocus onfocus=\"{OWNED}\">apply</a> <!-- --!><script>{OWNED}</script> <style>@import 'x'",
    "<plaintext>Cook\nRequirements: SQL, <b>R</b>, <textarea><noscript><template>Python",
    "\u2028\u202eCook\x0b\x0c<\u200bscript>\nRequirements: SQL\r\n\ufeffPay: \uff1c20\uff1e USD/hour",
]


class Fragments(html.parser.HTMLParser):
    """Collects the text, the marks and whatever else stands in <div class="text">."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts, self.marks, self.strange, self.title, self.owned = [], [], [], "", False
        self.depth, self.in_title = 0, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.owned |= "data-owned" in attrs
        self.in_title = tag == "title"
        if self.depth:
            self.depth += 1
            if tag != "mark" or not set(attrs) <= {"class", "title"} or not attrs.get("class", "").startswith("posting-"):
                self.strange.append(f"<{tag} {attrs}>")
            self.marks.append((attrs.get("class"), attrs.get("title")))
        elif tag == "div" and attrs.get("class") == "text":
            self.depth = 1
            self.texts.append("")

    def handle_endtag(self, tag):
        self.in_title = False
        self.depth -= self.depth > 0

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        if self.depth:
            self.texts[-1] += data


def read(page):
    parser = Fragments()
    parser.feed(page)
    parser.close()
    return parser


failed = 0


def ok(passed, name, *details):
    """Prints one verdict."""
    global failed
    failed += not passed
    print("ok" if passed else "not ok", name)
    for detail in details if not passed else ():
        print("#", str(detail)[:300])


def rows(texts):
    """What test/demo --html asks of each text, and its mentions."""
    sql = "CREATE TEMP TABLE hostile (n int, raw text);\n" + "".join(
        f"INSERT INTO hostile VALUES ({n}, convert_from('\\x{text.encode().hex()}', 'UTF8'));\n" for n, text in enumerate(texts)) + """
        SELECT json_build_object('id', 'text ' || n, 'n', 1, 'facts', to_json(posting_record(posting_parse(raw))), 'html', posting_highlight(raw),
            'mentions', (SELECT coalesce(json_agg(json_build_array(field, value, requirement)), '[]') FROM posting_mentions(raw) WHERE stop > start))
        FROM hostile ORDER BY n;"""
    run = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-f", "-"], input=sql, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def page_of(postings):
    script = pathlib.Path(__file__).with_name("page.py")
    lines = "".join(json.dumps(row) + "\n" for row in postings)
    return subprocess.run([sys.executable, script], input=lines, capture_output=True, text=True, check=True).stdout


def mark_of(field, value, requirement):
    """The mark that a mention should have."""
    names = {"skills": "skill", "soft_skills": "soft_skill", "locations": "location", "salaries": "salary", "languages": "language",
             "language_levels": "language_level", "benefits": "benefit"}
    title = value and (f"{value} ({requirement})" if requirement else value)
    return (f"posting-{names.get(field, field)}", title)


def browse(program, folder, page, *options):
    """Opens a page and returns what its document is afterwards."""
    path = pathlib.Path(folder) / "page.html"
    path.write_text(page, encoding="utf-8")
    run = subprocess.run([program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                          f"--user-data-dir={folder}/profile", "--virtual-time-budget=3000", *options, path.as_uri()],
                         capture_output=True, text=True, timeout=120, check=False)
    return run.stdout


def check_browser(program, page, before, screenshot):
    """Whether a browser sees what a parser sees, and runs nothing."""
    with tempfile.TemporaryDirectory() as folder:
        control = read(browse(program, folder, page.replace("</h1>", f"</h1><script>{OWNED}</script><img src=x onerror=\"{OWNED}\">", 1), "--dump-dom"))
        ok(control.title == "owned" and control.owned, "a script that may run is noticed", control.title)
        after = read(browse(program, folder, page, "--dump-dom"))
        ok(after.title == before.title and not after.owned, "no script of a posting ran", after.title)
        ok(after.strange == [] and after.marks == before.marks, "the browser finds the marks and no other element", *after.strange)
        ok(after.texts == before.texts, "the browser shows the text of the postings", *after.texts)
        if screenshot:
            browse(program, folder, page, f"--screenshot={screenshot}", "--window-size=1200,2400")
            ok(pathlib.Path(screenshot).read_bytes()[:4] == b"\x89PNG", "the browser took a picture of it")


def take_picture(program, text, target):
    """A picture of one posting, as the documentation shows it."""
    posting = rows([pathlib.Path(text).read_text(encoding="utf-8")])
    with tempfile.TemporaryDirectory() as folder:
        browse(program, folder, page_of(posting), f"--screenshot={pathlib.Path(target).absolute()}", "--window-size=1040,800")


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--chromium")
    options.add_argument("--screenshot")
    options.add_argument("--picture", nargs=2)
    options = options.parse_args()
    if options.picture:
        take_picture(options.chromium or "chromium", *options.picture)
        return
    postings = rows(HOSTILE)
    page = page_of(postings)
    seen = read(page)
    ok(seen.strange == [], "a highlighted text holds marks alone", *seen.strange)
    wanted = [text.replace("\r\n", "\n").replace("\r", "\n") for text in HOSTILE]
    ok([text.replace("\r\n", "\n") for text in seen.texts] == wanted, "without its marks it is the posting", *seen.texts)
    missing = [mark_of(*mention) for row in postings for mention in row["mentions"]
               if mark_of(*mention) not in read('<div class="text">' + row["html"] + "</div>").marks]
    marked = sum(len(row["mentions"]) for row in postings)
    ok(marked > 20 and not missing, f"each of {marked} mentions has its mark, with field, value and requirement", *missing)
    if options.chromium:
        normal = page.replace("\r\n", "\n").replace("\r", "\n")
        check_browser(options.chromium, page, read(normal), options.screenshot)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
