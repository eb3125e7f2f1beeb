#!/usr/bin/env python3
"""Sends mutated input of each type to the server that psql reaches, and checks how it is taken.

usage: mutate.py [--count N] [--seed N] FOLDER
N inputs are made of each form (text and binary of each type, JSON of posting_doc), always the same ones
of one seed.  FOLDER takes the binary ones; the server must be able to read it.  The database has the
extension on its search path, and a table archive (id, raw).

Whatever comes in, it becomes a value or an error.  A value comes back equal through text, and every
function can read it.  An error has an SQLSTATE of the classes of bad input and names the type.
No input takes more memory than a multiple of its size.  Prints one line `ok ...` or `not ok ...` a form.
"""
import argparse
import json
import pathlib
import random
import struct
import subprocess
import sys

SIGNS = ["\"", "{", "}", "[", "]", ":", ",", "\\", "\\u0000", "\\ud800", "é", "\u200b", "😀", "-", ".", "e9", "0", "null",
         "true", "[]", "{}", "\"\"", " ", "\t", "/", "..", "' OR", "%s", "\x01"]
NUMBERS = ["0", "-1", "1e400", "1e-400", "2147483647", "2147483648", "4294967296", "9223372036854775807",
           "9223372036854775808", "99999999999999999999999999", "0.00001", "0.5", "-0", "01", "1.", "NaN"]
VALUES = [None, True, False, 0, -1, 1.5, 2**31, 2**32, 2**63, 10**400, 1e-300, "", "x", "é" * 300, "\u0001", [], {}, [[]],
          [None], {"": None}, [1, 2, 3], ["a", "a"], {"min": 5, "max": 1}]
BYTES = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x20, 0x41]

# What a query over all functions reads from a value.
READERS = {
    "posting_doc": """posting_record(x), posting_jsonld(x), posting_skills(x), posting_skills(x, 'required'), posting_salary(x),
        posting_annual_min(x), posting_experience(x), posting_remote_scope(x), posting_is_current(x), x = x, x::jsonb,
        (SELECT count(*) FROM posting_pays(x)), (SELECT count(*) FROM posting_mentions('Cook wanted', x)),
        posting_highlight('Cook wanted', x), hash_record(ROW(x))""",
    "posting_pay": """posting_pay_min(x), posting_pay_max(x), posting_pay_range(x), posting_pay_annual(x), posting_pay_midpoint(x),
        posting_pay_convert(x, 'EUR', 0.5), x < x, x >= '..5 USD', hash_record(ROW(x))""".replace("'..5 USD'", "'USD ..5'"),
}

# Runs each input in a subtransaction and notes what became of it.
RUNNER = """
CREATE FUNCTION pg_temp.run(way text, type text, readers text) RETURNS TABLE (n int, state text, message text) LANGUAGE plpgsql AS $$
DECLARE
    i record;
    state text;
    message text;
    same bool;
BEGIN
    CREATE TEMP TABLE received (x text);
    EXECUTE format('ALTER TABLE received ALTER x TYPE %s USING NULL', type);
    FOR i IN SELECT * FROM inputs ORDER BY inputs.n LOOP
        BEGIN
            DELETE FROM received;
            IF way = 'binary' THEN
                EXECUTE format('COPY received FROM %L (FORMAT binary)', i.input);
            ELSIF way = 'jsonb' THEN
                INSERT INTO received SELECT i.input::jsonb::posting_doc;
            ELSE
                EXECUTE format('INSERT INTO received SELECT $1::%s', type) USING i.input;
            END IF;
            state := 'value';
        EXCEPTION WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
        END;
        IF state = 'value' THEN
            BEGIN
                EXECUTE format('SELECT x::text::%s = x FROM received', type) INTO same;
                EXECUTE format('SELECT ROW(%s) FROM received', readers);
                message := CASE WHEN same THEN '' ELSE 'it comes back changed' END;
            EXCEPTION WHEN OTHERS THEN
                GET STACKED DIAGNOSTICS message = MESSAGE_TEXT;
                message := 'it cannot be read: ' || message;
            END;
        END IF;
        RETURN QUERY SELECT i.n, state, message;
    END LOOP;
    DROP TABLE received;
END $$;
"""

# Bad input: of text, of binary, out of range, of an encoding, of JSON; too deep, too long.
STATES = {"22P02", "22P03", "22003", "22021", "22P05", "54000", "54001", "22026", "22030"}
GROWTH = 64     # MB that a backend may take in all, shared memory aside


def psql(sql):
    """Runs SQL; returns what psql printed and why it failed, if it did."""
    run = subprocess.run(["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-f", "-"], input=sql.encode(), capture_output=True)
    return run.stdout.decode(), run.stderr.decode() if run.returncode else ""


def mutated_text(chance, text, other):
    """The text with a few changes of characters, numbers and stretches."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at, stop = sorted(chance.choices(range(len(text) + 1), k=2))
        stop = min(stop, at + chance.choice((1, 2, 8, 500)))
        text = chance.choice((
            lambda: text[:at] + text[stop:], lambda: text[:at] + chance.choice(SIGNS) + text[at:],
            lambda: text[:at] + chance.choice(SIGNS) + text[stop:], lambda: text[:at] + chance.choice(NUMBERS) + text[stop:],
            lambda: text[:stop] + text[at:], lambda: text[:at] + other[:chance.randrange(len(other) + 1)][-200:] + text[at:],
            lambda: text[:at], lambda: text[:at] + text[at:stop] * chance.choice((2, 50)) + text[stop:]))()
    return text[:200000].replace("\0", "")


def mutated_json(chance, value, other):
    """The value of JSON with one of its parts replaced, dropped, doubled or moved."""
    value = json.loads(json.dumps(value))
    node = value
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            break
        key = chance.choice(keys)
        if isinstance(node[key], (dict, list)) and node[key] and chance.random() < 0.7:
            node = node[key]
            continue
        how = chance.randrange(5)
        if how == 0:
            del node[key]
        elif how == 1 and isinstance(node, list):
            node.extend([node[key]] * chance.choice((1, 5, 2000)))
        elif how == 2 and isinstance(node, dict):
            node[chance.choice(("title", "x", "at", "skills", "min", ""))] = node[key]
        elif how == 3:
            node[key] = chance.choice(list(other.values()))
        else:
            node[key] = chance.choice(VALUES)
        break
    return value


def mutated_bytes(chance, data, other):
    """The bytes with a few of them changed, lost, doubled or taken from elsewhere."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        how = chance.randrange(7)
        if how == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif how == 1 and at < len(data):
            data[at] = chance.choice(BYTES)
        elif how == 2:
            del data[at:at + chance.choice((1, 4, 100))]
        elif how == 3:
            data[at:at] = bytes(chance.choice(BYTES) for _ in range(chance.choice((1, 4, 9))))
        elif how == 4:
            data[at:at + 4] = struct.pack(">I", chance.choice((0, 0x7FFFFFFF, 0xFFFFFFFF, 0x80000000, len(data))))
        elif how == 5:
            data[at:at + 8] = other[at:at + 8]
        else:
            data = data[:at]
    return bytes(data)


def binary_values(column):
    """The binary forms of what a query returns, as its COPY sends them."""
    run = subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", f"COPY ({column}) TO STDOUT (FORMAT binary)"],
                         capture_output=True, check=True)
    data, at = run.stdout, 19
    while struct.unpack_from(">h", data, at)[0] == 1:
        size = struct.unpack_from(">i", data, at + 2)[0]
        yield data[at + 6:at + 6 + size]
        at += 6 + size


def copy_file(path, data):
    """Writes a file that COPY reads as one row of one column."""
    path.write_bytes(b"PGCOPY\n\xff\r\n\0" + struct.pack(">iihi", 0, 0, 1, len(data)) + data + struct.pack(">h", -1))


def quoted(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def check(name, way, kind, inputs):
    """Runs one form's inputs; prints the verdict."""
    rows = "".join(f"{n}\t{quoted(i)}\n" for n, i in enumerate(inputs))
    of = "substring(pg_read_file('/proc/self/status') FROM '{}:\\s+(\\d+)')::int"
    peak = f"{of.format('VmHWM')} - {of.format('RssShmem')}"
    out, error = psql(f"SET jit = off;\nCREATE TEMP TABLE inputs (n int, input text);\nCOPY inputs FROM STDIN;\n{rows}\\.\n"
                      f"{RUNNER}\nSELECT posting_count(posting_parse('Cook wanted')) IS NULL, {peak};\n"
                      f"SELECT * FROM pg_temp.run('{way}', '{kind}', $readers${READERS[kind]}$readers$);\nSELECT 'peak', {peak};\n")
    if error:
        print(f"not ok {name}: {error.strip().splitlines()[-1]}")
        return False
    lines = [line.split("\t", 2) for line in out.rstrip("\n").split("\n")]
    grown = (int(lines[-1][1]) - int(lines[0][1])) // 1024
    results, faults = lines[1:-1], []
    for n, state, message in results:
        if state == "value" and message:
            faults.append((n, message))
        elif state != "value" and (state not in STATES or kind not in message and not message.startswith("invalid input syntax for type json")):
            faults.append((n, f"{state} {message}"))
    if grown > GROWTH:
        faults.append(("-", f"the backend grew by {grown} MB"))
    values = sum(state == "value" for _, state, _ in results)
    print(f"{'not ok' if faults or len(results) != len(inputs) else 'ok'} {name}: {len(results)} mutated inputs, {values} of them values, "
          f"{len(faults)} faults, {grown} MB")
    for n, message in faults[:10]:
        print(f"# input {n}: {message[:300]}")
    return not faults and len(results) == len(inputs)


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("folder", type=pathlib.Path)
    options = options.parse_args()
    chance = random.Random(options.seed)
    docs = [json.loads(line) for line in psql("SELECT posting_parse(raw)::text FROM archive ORDER BY id;")[0].split("\n") if line]
    texts = [json.dumps(doc, ensure_ascii=False) for doc in docs]
    pays = ["USD 153000..199000/year", "GBP ..45000/year", "USD 25.5../hour", "EUR 60000/year ote", "USD 5000 bonus"]
    pick = chance.choice
    forms = [
        ("posting_doc as text", "text", "posting_doc", [mutated_text(chance, pick(texts), pick(texts)) for _ in range(options.count)]),
        ("posting_doc as JSON", "text", "posting_doc", [json.dumps(mutated_json(chance, pick(docs), pick(docs))) for _ in range(options.count)]),
        ("posting_doc from jsonb", "jsonb", "posting_doc", [json.dumps(mutated_json(chance, pick(docs), pick(docs))) for _ in range(options.count)]),
        ("posting_pay as text", "text", "posting_pay", [mutated_text(chance, pick(pays), pick(pays)) for _ in range(options.count)]),
    ]
    for kind, query in (("posting_doc", "SELECT posting_parse(raw) FROM archive ORDER BY id"),
                        ("posting_pay", "SELECT p::posting_pay FROM unnest(ARRAY['" + "','".join(pays) + "']) AS p")):
        values, paths = list(binary_values(query)), []
        folder = options.folder / kind
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        for n in range(options.count):
            paths.append(folder / str(n))
            copy_file(paths[-1], mutated_bytes(chance, pick(values), pick(values)))
        forms.append((f"{kind} in binary", "binary", kind, [str(path) for path in paths]))
    sys.exit(not all([check(*form) for form in forms]))


if __name__ == "__main__":
    main()
