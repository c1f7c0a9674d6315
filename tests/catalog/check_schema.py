#!/usr/bin/python3
# SPDX-FileCopyrightText: Lightwell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the catalog's files against their JSON schema: check_schema.py RESOURCES/catalog EXAMPLE_OF_THE_USERS_FILE"""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: needs python3-jsonschema")
    sys.exit(0)

catalog = pathlib.Path(sys.argv[1])
own = pathlib.Path(sys.argv[2])


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator(name):
    """The definitions stand in a file of their own; they are put in, so that nothing is looked for anywhere."""
    text = (catalog / "schema" / name).read_text(encoding="utf-8").replace("definitions.json#", "#")
    schema = json.loads(text)
    schema["$defs"] = read(catalog / "schema" / "definitions.json")["$defs"]
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


models, offers, owns = (validator(f"{name}.schema.json") for name in ("models", "offers", "own"))
faults = []
files = [(models, catalog / "models.json"), (owns, own)]
files += [(offers, path) for path in sorted((catalog / "offers").glob("*.json"))]
for checker, path in files:
    for error in checker.iter_errors(read(path)):
        faults.append(f"{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")

# What must not pass: a schema that takes anything would find nothing.
example = read(own)


def changed(*way, value):
    copied = copy.deepcopy(example)
    place = copied
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value
    return copied


wrong = {
    "a misspelt key": changed("modles", value=[]),
    "a misspelt word of wire": changed("models", 0, "offers", 0, "wire", value={"sizeAss": "object"}),
    "a field that no request has": changed("models", 0, "offers", 0, "fields", value={"promt": "prompt"}),
    "a size that is none": changed("models", 0, "offers", 0, "sizes", value={"kind": "list", "sizes": ["big"]}),
    "a mode nothing plans for": changed("models", 0, "offers", 0, "modes", value=["dream"]),
    "a negative price": changed("prices", 0, "prices", 0, "usd", value=-1),
    "a key in the file": changed("endpoints", 0, "api_key", value="sk-1"),
    "a name with a slash": changed("endpoints", 0, "id", value="a/b"),
    "a correction of nothing": changed("prices", 0, "offer", value="flux"),
}
for what, document in wrong.items():
    if owns.is_valid(document):
        faults.append(f"the schema takes {what}")

print("\n".join(faults) or f"{len(files)} files are as the schema says")
sys.exit(1 if faults else 0)
