"""Validates values with jsonschema: reads a file of documents and cases, prints the numbers of the cases it decides otherwise."""

import json
import sys

from jsonschema import validators

with open(sys.argv[1], encoding="utf-8") as file:
    data = json.load(file)

known = {}
for name, schema in data["schemas"].items():
    validator = validators.validator_for(schema)
    validator.check_schema(schema)
    known[name] = validator(schema)

print(json.dumps([i for i, (name, value, expected) in enumerate(data["cases"]) if known[name].is_valid(value) != expected]))
