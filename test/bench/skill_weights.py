#!/usr/bin/env python3
r"""Fits what decides about skills: which mentions count, and at what level they are asked for.

usage: skill_weights.py [--shift N] [--sentences N] [--foreign N] [--only-levels] SKILLS_PROGRAM GOLD.jsonl ... [SKILLSPAN.json]
SKILLS_PROGRAM is test/bench/skills.c, built against the core but for the two files that it includes:
    make build/lexicon_data.o && cc -std=gnu11 -O1 -w -DUTF8PROC_EXPORTS -Isrc -o skills test/bench/skills.c \
        $(ls src/core/*.c | grep -vE '/skills?(_level)?\.c$') build/lexicon_data.o -lpcre2-8 -lutf8proc
GOLD.jsonl holds a labelled posting a line, {"text", "gold": {"skills": [{"mention", "requirement"}], "soft_skills": [...]}};
SKILLSPAN.json the sentences of SkillSpan with their tags, for the weights of texts that are but a sentence or two.

Two regressions, both with a ridge. The first, logistic, over the three mentions of each skill that speak most for it, fits
what the words around say (context.tsv) and what pairs of signs do anew, and moves trust.tsv and the weights of signs
(src/core/skill_weights.h) from a part of what they were (KEPT): weights that each fit over the same postings moves further
from where the last one left them learn those postings by heart.
The second, of three classes, fits the levels anew: levels.tsv and src/core/skill_level_weights.h. Wordings that name one
skill of the lexicon share a weight, as do those of a category and those with the same first or last word.
--shift adds to SKILL_ENOUGH, --sentences to SENTENCE_ENOUGH (1/32 of log odds): more precision for less recall; --foreign to the
weight of a text in another language.
Needs numpy and scipy; takes about a minute for 1,300 postings. Build, score unseen postings, and keep what wins.
"""
import argparse
import collections
import json
import pathlib
import re
import struct
import subprocess
import unicodedata

import numpy
from scipy import optimize, sparse

COLUMNS = ("text start stop name wording category flags trust signs sentence before behind "
           "level_signs level_before level_behind heading line_before").split()
NUMBERS = ("text", "start", "stop", "flags", "trust", "signs", "sentence", "level_signs")
LEVELS = ("required", "preferred", "mentioned")
WEAK = 2                    # ENTRY_WEAK
MENTIONS = 3                # of each skill of a posting that the fit sees
WORD = re.compile(r"[^\W\d_][\w'+#&.]*|[^\sa-z\d]|0")
# Ridge: how much stiffer a kind of feature is than a sign.
STIFF = {"sign": 2, "wording": 4, "name": 6, "last": 6, "first": 8, "category": 3, "right before": 6, "right behind": 6,
         "before": 6, "behind": 6, "heading": 6, "line before": 6, "short": 3, "pair": 10}
# What a fit keeps of the weights before.
KEPT = {"sign": 0.3, "trust": 0.8}
PLACES = ("right before", "right behind", "before", "behind", "heading", "line before")
LEVEL_STIFF = 7
FOREIGN = 30                # SIGN_FOREIGN
LEVEL_SIGNS = 56            # as in skill_level.c
LEVEL_PLACES = ("right before", "right behind", "before", "behind", "heading", "line before")
root = pathlib.Path(__file__).resolve().parents[2]
lexicon = root / "src/lexicon"


def mention_spans(text, mention):
    """Byte spans of a quote in the text, white space folded, case ignored."""
    glued = r"\s+".join(re.escape(word) for word in mention.split())
    bounded = (r"(?<!\w)" if re.match(r"\w", mention) else "") + glued + (r"(?!\w)" if re.search(r"\w$", mention) else "")
    found = list(re.finditer(bounded, text, re.I)) or list(re.finditer(glued, text, re.I))
    return [(len(text[:m.start()].encode()), len(text[:m.end()].encode())) for m in found]


def squeezed(name):
    """A name as it is compared."""
    return re.sub(r"\s+", " ", name.replace("’", "'")).strip(" .,:;-|*#\"'").casefold()


def tagged_spans(tokens, tags):
    """Byte spans of the tagged runs of a sentence whose tokens are joined by blanks."""
    spans, at, start, end = [], 0, None, 0
    for token, tag in zip(tokens, tags):
        if tag == "B" or (tag == "I" and start is None):
            spans += [(start, end)] if start is not None else []
            start = at
        elif tag == "O" and start is not None:
            spans, start = spans + [(start, end)], None
        end = at + len(token.encode())
        at = end + 1
    return spans + ([(start, end)] if start is not None else [])


def labelled(path):
    """The texts of a file, each with its hard skills (name, level, spans) and the spans of its soft ones."""
    if path.suffix == ".json":
        for row in map(json.loads, open(path, encoding="utf-8")):
            hard = [("", None, [span]) for span in tagged_spans(row["tokens"], row["tags_knowledge"])]
            yield " ".join(row["tokens"]), hard, tagged_spans(row["tokens"], row["tags_skill"])
        return
    for row in map(json.loads, open(path, encoding="utf-8")):
        gold, text = row["gold"], row["text"].replace("\0", "")
        if gold.get("n_postings", 1) > 1 or "skills" not in row.get("fields", ["skills"]):
            continue
        hard = [(squeezed(s["mention"]), LEVELS.index(s["requirement"]), mention_spans(text, s["mention"])) for s in gold.get("skills") or []]
        yield text, hard, [span for quote in gold.get("soft_skills") or [] for span in mention_spans(text, quote)]


def overlap(a, b):
    """Whether two spans share at least half of the longer one."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= max(a[1] - a[0], b[1] - b[0])


def candidates(program, path):
    """The candidates of each text of a file, with what the labels say of them."""
    texts = list(labelled(path))
    data = b"".join(struct.pack("<I", len(text.encode())) + text.encode() for text, _, _ in texts)
    out = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    rows = [[] for _ in texts]
    for line in out.split("\n"):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            continue
        c = {key: int(cell) if key in NUMBERS else cell for key, cell in zip(COLUMNS, cells)}
        _, hard, soft = texts[c["text"]]
        span, name = (c["start"], c["stop"]), squeezed(c["name"])
        c["gold"] = [i for i, (quote, _, spans) in enumerate(hard) if quote == name or any(overlap(span, s) for s in spans)]
        c["right"] = bool(c["gold"]) or any(overlap(span, s) for s in soft)
        c["levels"] = [hard[i][1] for i in c["gold"]]
        for key in ("before", "behind", "level_before", "level_behind", "heading", "line_before"):
            c[key] = c[key].split(" ") if c[key] else []
        rows[c["text"]].append(c)
    return rows


def bits(signs):
    return [i for i in range(64) if signs >> i & 1]


def features(c):
    """What the first fit weighs in a candidate, by kind and name."""
    words = c["wording"].split(" ")
    x = {("bias", ""): 1.0, ("wording", c["wording"]): 1.0, ("name", c["name"]): 1.0, ("last", words[-1]): 1.0,
         ("category", (c["category"], c["flags"] & WEAK)): 1.0}
    for sign in bits(c["signs"]):
        x["sign", sign] = 1.0
    if len(words) > 1:
        x["first", words[0]] = 1.0
    if c["before"]:
        x["right before", c["before"][-1]] = 1.0
    if c["behind"]:
        x["right behind", c["behind"][0]] = 1.0
    for place, words in (("before", c["before"]), ("behind", c["behind"]), ("heading", c["heading"]), ("line before", c["line_before"])):
        for word in words:
            x[place, word] = x.get((place, word), 0) + 0.5
    if not c["sentence"]:
        x.update({("pair", (high, low)): 1.0 for high in bits(c["signs"]) for low in bits(c["signs"]) if low < high})
    if c["sentence"]:
        x["short", "trust"] = min(c["trust"], 0) / 32
        x["short", "bias"] = 1.0
        x.update({("short", sign): 1.0 for sign in bits(c["signs"])})
    return x


def level_features(c):
    """What the second fit weighs."""
    x = {("bias", ""): 1.0}
    for sign in bits(c["level_signs"]):
        x["level sign", sign] = 1.0
    for sign in bits(c["signs"]):
        x["sign", sign] = 1.0
    if c["level_before"]:
        x["right before", c["level_before"][-1]] = 1.0
    if c["level_behind"]:
        x["right behind", c["level_behind"][0]] = 1.0
    for place, words in (("before", c["level_before"]), ("behind", c["level_behind"]), ("heading", c["heading"]),
                         ("line before", c["line_before"])):
        for word in words:
            x[place, word] = x.get((place, word), 0) + 0.5
    return x


def matrix(rows, least=4):
    """A sparse matrix of the features that stand in so many rows, and their columns."""
    count = collections.Counter(key for x in rows for key in x)
    columns = {key: i for i, key in enumerate(sorted((key for key in count if count[key] >= least), key=str))}
    cells = [(i, columns[key], value) for i, x in enumerate(rows) for key, value in x.items() if key in columns]
    at, column, value = zip(*cells)
    return sparse.csr_matrix((value, (at, column)), shape=(len(rows), len(columns))), columns


def fit(a, classes, right, offset, ridge, weight):
    """Weights of `classes` columns of a softmax against a class of weight 0."""
    transposed = a.T.tocsr()
    target = numpy.zeros((a.shape[0], classes))
    for k in range(classes):
        target[:, k] = right == k

    def loss(flat):
        w = flat.reshape(a.shape[1], classes)
        z = a @ w + offset
        top = numpy.maximum(z.max(1), 0)
        total = top + numpy.log(numpy.exp(z - top[:, None]).sum(1) + numpy.exp(-top))
        p = numpy.exp(z - total[:, None])
        value = (weight * (total - (z * target).sum(1))).sum() + 0.5 * (ridge[:, None] * w * w).sum()
        return value, (transposed @ (weight[:, None] * (p - target)) + ridge[:, None] * w).ravel()

    return optimize.minimize(loss, numpy.zeros(a.shape[1] * classes), jac=True, method="L-BFGS-B",
                             options={"maxiter": 150}).x.reshape(a.shape[1], classes)


def byte(x):
    return max(-127, min(127, round(x)))


def table_of(source, name):
    """The numbers of a table, or a #define, of skill_weights.h."""
    found = re.search(rf"\b{name}\[[^\]]+\](?:\[2\])? = \{{(.*?)\n\}}", source, re.S)
    if found:
        return [int(x) for x in re.findall(r"-?\d+", re.sub(r"/\*.*?\*/", "", found.group(1)))]
    return int(re.search(rf"#define {name}\s+\(?(-?\d+)", source).group(1))


def letters(wording):
    """What two ways to write a wording share."""
    folded = unicodedata.normalize("NFKD", wording.replace("’", "'").replace("&", "and")).casefold()
    return re.sub(r"[^\w+#]|_", "", "".join(c for c in folded if not unicodedata.combining(c)))


def trust_rows():
    """The head of trust.tsv, and its rows by kind and wording."""
    lines = (lexicon / "trust.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [line for line in lines if line.startswith("#")], {(kind, wording): int(trust) for kind, wording, trust in rows}


def word_rows(name, columns, least):
    """Reads a table of words and their weights: the head, and the rows by word."""
    lines = (lexicon / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [line for line in lines if line.startswith("#")], {row[0]: [int(x) for x in row[1:]] for row in rows if len(row) == columns + 1}


def write_words(name, head, rows, loud):
    """Writes a table of words, without those that say hardly anything."""
    with open(lexicon / name, "w", encoding="utf-8") as out:
        out.write("\n".join(head) + "\n")
        for word in sorted(rows):
            if loud(rows[word]) and WORD.fullmatch(word) and word not in ("?", "#", '"', "_"):
                out.write("\t".join([word] + [str(byte(x)) for x in rows[word]]) + "\n")


def fit_mentions(texts, options):
    """The first fit; returns the weights of signs and the bounds as lists."""
    source = (root / "src/core/skill_weights.h").read_text(encoding="utf-8")
    signs, short = table_of(source, "sign_weights"), table_of(source, "sentence_weights")
    pairs = [0] * (len(signs) * (len(signs) - 1) // 2)
    before = table_of(source, "pair_weights") + pairs      # that of a new sign is 0
    enough, short_enough, short_trust = (table_of(source, n) for n in ("SKILL_ENOUGH", "SENTENCE_ENOUGH", "SENTENCE_TRUST"))
    context_head, context = word_rows("context.tsv", len(PLACES), 0)
    zero = [0] * len(PLACES)

    def score(c):
        """The score as skills.c has it."""
        own = bits(c["signs"])
        if c["sentence"]:
            total = sum(short[i] for i in own) - short_enough + (c["trust"] if c["trust"] > 0 else c["trust"] * short_trust / 8)
        else:
            total = sum(signs[i] for i in own) - enough + c["trust"]
            total += sum(before[high * (high - 1) // 2 + low] for high in own for low in own if low < high < len(signs))
        if c["before"]:
            total += context.get(c["before"][-1], zero)[0]
        if c["behind"]:
            total += context.get(c["behind"][0], zero)[1]
        return total + sum(context.get(w, zero)[i] for i, place in ((2, "before"), (3, "behind"), (4, "heading"), (5, "line_before"))
                           for w in c[place])

    def kept(c):
        """What a fit starts from; in a sentence or two, as far as it differs from other texts."""
        own, trust = bits(c["signs"]), KEPT["trust"] * c["trust"]
        total = KEPT["sign"] * sum(signs[i] for i in own)
        if not c["sentence"]:
            return total + trust
        return total + sum(short[i] - signs[i] for i in own) - short_enough + enough + (trust if trust > 0 else trust * short_trust / 8)

    picked = []
    for text in texts:
        groups = collections.defaultdict(list)
        for c in text:
            c["score"] = score(c)
            groups[c["name"]].append(c)
        for group in groups.values():
            picked += sorted(group, key=lambda c: -c["score"])[:MENTIONS]
    a, columns = matrix([features(c) for c in picked])
    ridge = numpy.array([STIFF.get(kind, 0.001) for kind, _ in columns], float)
    w = fit(a, 1, numpy.array([0 if c["right"] else 1 for c in picked]), numpy.array([[kept(c) / 32] for c in picked]),
            ridge, numpy.array([2.5 if c["sentence"] else 1.0 for c in picked]))[:, 0]
    moved = {key: 32 * w[i] for key, i in columns.items()}
    for i in range(len(signs)):
        short[i] += (KEPT["sign"] - 1) * signs[i] + moved.get(("sign", i), 0) + moved.get(("short", i), 0)
        signs[i] = KEPT["sign"] * signs[i] + moved.get(("sign", i), 0)
    for (kind, key), value in moved.items():
        if kind == "pair":
            pairs[key[0] * (key[0] - 1) // 2 + key[1]] += value
    bias = moved["bias", ""]
    signs[FOREIGN] += options.foreign
    rows = collections.defaultdict(lambda: [0.0] * len(PLACES))
    for word, row in context.items():       # what the postings do not speak of stays
        rows[word] = [0.0 if (place, word) in moved else float(x) for place, x in zip(PLACES, row)]
    for (kind, word), value in moved.items():
        if kind in PLACES:
            rows[word][PLACES.index(kind)] += value * (1 if kind.startswith("right") else 0.5)
    write_words("context.tsv", context_head, rows, lambda row: max(map(abs, row[:2])) >= 3.5 or max(map(abs, row[2:])) >= 2.5)
    move_trust(picked, moved)
    return (signs, short, pairs, options.shift - bias, short_enough - enough - bias - moved.get(("short", "bias"), 0) + options.sentences,
            short_trust + 8 * moved.get(("short", "trust"), 0) / 32)


def soft_wordings():
    """The categories and wordings of soft skills, whose trust no fit moves."""
    cells = [line.split("\t") for line in (lexicon / "skills_soft.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {letters(wording) for row in cells for cell in row for wording in cell.split("|")}


def move_trust(picked, moved):
    """Writes trust.tsv as the first fit moved it."""
    head, trust = trust_rows()
    soft = soft_wordings()
    new = {(kind, key): value * (1 if letters(key) in soft else KEPT["trust"]) for (kind, key), value in trust.items()}
    wordings = {letters(wording): wording for kind, wording in trust if kind == "wording"}
    for (kind, key), value in moved.items():
        if kind == "category":
            row = ("context" if key[1] else "category", key[0])
            new[row] = new.get(row, 0) + value
        elif kind in ("first", "last") and re.fullmatch(r"[\w+#.&'/-]+", key) and abs(value) >= 2:
            new[kind, key] = new.get((kind, key), 0) + value
    for c in {c["wording"]: c for c in picked}.values():
        own = moved.get(("wording", c["wording"]), 0) + moved.get(("name", c["name"]), 0)
        words, row = c["wording"].split(" "), ("wording", wordings.get(letters(c["wording"]), c["wording"]))
        if row in trust:
            category = moved.get(("category", (c["category"], c["flags"] & WEAK)), 0)
            new[row] += own + category
        elif abs(own) >= 3 and len(words) < 13 and re.fullmatch(r"[\w+#]+( [\w+#]+)*", c["wording"]):
            edges = new.get(("last", words[-1]), 0) + (new.get(("first", words[0]), 0) if len(words) > 1 else 0)
            old = moved.get(("last", words[-1]), 0) + (moved.get(("first", words[0]), 0) if len(words) > 1 else 0)
            new[row] = KEPT["trust"] * c["trust"] + own + moved.get(("category", (c["category"], c["flags"] & WEAK)), 0) + old - edges
    order = ("category", "context", "first", "last", "wording")
    with open(lexicon / "trust.tsv", "w", encoding="utf-8") as out:
        out.write("\n".join(head) + "\n")
        for (kind, wording), value in sorted(new.items(), key=lambda row: (order.index(row[0][0]), row[0][1])):
            if round(value) or kind not in ("first", "last"):
                out.write(f"{kind}\t{wording}\t{byte(value)}\n")


def rule_level(c):
    """The level that the rules of skill_level.c name: the first three signs."""
    return next(i for i in range(3) if c["level_signs"] >> i & 1)


def fit_levels(texts):
    """The second fit; writes levels.tsv and returns the weights of both kinds of signs."""
    picked, right = [], []
    for text in texts:
        groups = collections.defaultdict(list)
        for c in text:
            for i, level in zip(c["gold"], c["levels"]):
                if level is not None:
                    groups[c["name"], i, level].append(c)
        for (_, _, level), group in groups.items():
            group = [c for c in group if c.get("score", 0) >= 0] or group
            picked.append(min(group, key=rule_level))
            right.append(level)
    a, columns = matrix([level_features(c) for c in picked])
    ridge = numpy.array([0.001 if kind == "bias" else LEVEL_STIFF for kind, _ in columns], float)
    w = fit(a, 2, numpy.array(right), numpy.zeros((len(picked), 2)), ridge, numpy.ones(len(picked)))
    shown = numpy.where((a @ w).max(1) > 0, (a @ w).argmax(1), 2)
    print("levels: %d skills, %.3f of them right" % (len(right), (shown == numpy.array(right)).mean()))
    own, signs = numpy.zeros((64, 2)), numpy.zeros((64, 2))
    rows = collections.defaultdict(lambda: [0.0] * 2 * len(LEVEL_PLACES))
    for (kind, key), i in columns.items():
        if kind == "level sign":
            own[key] += 64 * w[i]
        elif kind == "sign":
            signs[key] += 64 * w[i]
        elif kind == "bias":
            own[:3] += 64 * w[i]        # one of the rules' three answers stands
        else:
            place = LEVEL_PLACES.index(kind)
            rows[key][2 * place:2 * place + 2] = list((64 if kind.startswith("right") else 32) * w[i])
    head, _ = word_rows("levels.tsv", 12, 0)
    write_words("levels.tsv", head, rows, lambda row: max(map(abs, row)) >= 3.5)
    return own, signs


def rows_of(values):
    """The rows of a table in C, sixteen numbers or eight pairs each."""
    cells = [f"{{{byte(v[0])}, {byte(v[1])}}}" if hasattr(v, "__len__") else str(byte(v)) for v in values]
    step = 8 if cells[0].startswith("{") else 16
    return ",\n".join("\t" + ", ".join(cells[i:i + step]) for i in range(0, len(cells), step))


def put_table(source, name, values):
    return re.sub(rf"(\b{name}\[([^\]]+)\](?:\[2\])? = \{{\n).*?(\n\}};)", lambda m: m.group(1) + rows_of(values) + m.group(3), source, count=1, flags=re.S)


def put_define(source, name, value):
    value = round(value)
    return re.sub(rf"(#define {name}\s+)\(?-?\d+\)?", lambda m: m.group(1) + (f"({value})" if value < 0 else str(value)), source)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shift", type=float, default=0)
    parser.add_argument("--sentences", type=float, default=0)
    parser.add_argument("--foreign", type=float, default=0)
    parser.add_argument("--only-levels", action="store_true")
    parser.add_argument("program")
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    texts = [text for path in options.gold for text in candidates(options.program, path)]
    if not options.only_levels:
        header = root / "src/core/skill_weights.h"
        source = header.read_text(encoding="utf-8")
        signs, short, pairs, enough, short_enough, short_trust = fit_mentions(texts, options)
        for name, table in (("sign_weights", signs), ("sentence_weights", short), ("pair_weights", pairs)):
            source = put_table(source, name, table)
        for name, value in (("SKILL_ENOUGH", enough), ("SENTENCE_ENOUGH", short_enough), ("SENTENCE_TRUST", short_trust)):
            source = put_define(source, name, value)
        header.write_text(source, encoding="utf-8")
    own, signs = fit_levels(texts)
    header = root / "src/core/skill_level_weights.h"
    source = header.read_text(encoding="utf-8")
    header.write_text(put_table(put_table(source, "level_sign_weights", own[:LEVEL_SIGNS]), "skill_sign_weights", signs), encoding="utf-8")


main()
