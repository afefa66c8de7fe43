"""Calls to Discord, held against Discord's own description of its interface (OpenAPI), which is not part of this
project: `ETOILE_DISCORD_OPENAPI` says where it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bot.stage.call import Call

_HERE = "urn:discord"


class Description:
    """What Discord says of its routes: which there are, what they take, and what they answer."""

    def __init__(self, path: Path) -> None:
        self._document = json.loads(path.read_text(encoding="utf-8"))
        resource = Resource(contents=self._document, specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_HERE, resource)
        self._schema = cache(self._validator)

    def faults(self, calls: Iterable[Call]) -> dict[str, int]:
        """What is not as described, and how often: of an answer what lies outside its components, which the stage hands
        back as they were sent, and outside the message that it answers."""
        found: dict[str, int] = {}
        for call in calls:
            for fault in self._of(call):
                found[fault] = found.get(fault, 0) + 1
        return found

    def _of(self, call: Call) -> Iterable[str]:
        route = self._route(call)
        if route is None:
            yield f"{call.method} {call.template or call.path}: there is no such route"
            return
        name, operation = route
        if call.body is not None:
            pointer = f"{name}/requestBody/content/application~1json/schema"
            if "requestBody" not in operation:
                yield f"{call.method} {call.template}: takes no body"
            elif (wrong := self._wrong(pointer, _as_text(call.body))) is not None:
                yield f"{call.method} {call.template}: request: {wrong}"
        known = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}
        for parameter in call.query:
            if parameter not in known:
                yield f"{call.method} {call.template}: takes no {parameter}"
        answer = operation["responses"].get(str(call.status))
        if 200 <= call.status < 300 and answer is None:
            yield f"{call.method} {call.template}: does not answer {call.status}"
        elif answer is not None and "content" in answer:
            pointer = f"{name}/responses/{call.status}/content/application~1json/schema"
            wrong = self._wrong(pointer, call.answer)
            if wrong is not None and not any(part in wrong for part in ("components", "referenced_message")):
                yield f"{call.method} {call.template}: answer: {wrong}"

    def _wrong(self, pointer: str, value: Any) -> str | None:
        errors = list(self._schema(pointer).iter_errors(json.loads(json.dumps(value))))
        if not errors:
            return None
        error = _meant(errors)
        where = re.sub(r"\[\d+\]", "[]", error.json_path)
        told = (
            error.message if error.validator == "required" else f"{error.validator} {str(error.validator_value)[:80]}"
        )
        return f"{where} {told[-110:]}"

    def _validator(self, pointer: str) -> Draft202012Validator:
        return Draft202012Validator({"$ref": f"{_HERE}#{pointer}"}, registry=self._registry)

    def _route(self, call: Call) -> tuple[str, dict[str, Any]] | None:
        """The pointer to what is said of the call's route, and that itself."""
        for pattern, template, methods in self._routes:
            if pattern.fullmatch(call.path) and call.method.lower() in methods:
                name = template.replace("~", "~0").replace("/", "~1")
                return f"/paths/{name}/{call.method.lower()}", methods[call.method.lower()]
        return None

    @cached_property
    def _routes(self) -> list[tuple[re.Pattern[str], str, dict[str, Any]]]:
        """Routes with the fewest fields first: "@original" is no id."""
        return [
            (re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template))), template, methods)
            for template, methods in sorted(self._document["paths"].items(), key=lambda item: item[0].count("{"))
        ]


def _meant(errors: Sequence[ValidationError]) -> ValidationError:
    """The one error that matters: of several forms that something may have, that of the form which it says to have."""
    error = max(errors, key=lambda each: len(each.absolute_path))
    while error.context:
        forms: dict[Any, list[ValidationError]] = {}
        for each in error.context:
            forms.setdefault(each.schema_path[0], []).append(each)
        fitting = [form for form in forms.values() if not any(_of_another_form(each) for each in form)]
        error = max((fitting or list(forms.values()))[0], key=lambda each: len(each.absolute_path))
    return error


def _of_another_form(error: ValidationError) -> bool:
    return error.validator in ("enum", "const") and list(error.path)[-1:] == ["type"] and len(error.path) == 1


def _as_text(value: Any, name: str = "") -> Any:
    """A request as it is meant: discord.py writes ids as numbers here and there, and names no id of plain emoji as
    null. Discord takes both."""
    if isinstance(value, list):
        return [_as_text(each, name) for each in value]
    if isinstance(value, dict):
        return {
            key: _as_text(each, f"{name}.{key}")
            for key, each in value.items()
            if not (key == "id" and each is None and name.endswith(".emoji"))
        }
    is_id = isinstance(value, int) and not isinstance(value, bool) and (value > _SMALL or name.endswith(_NUMBERED))
    return str(value) if is_id else value


_SMALL = 2**40
"""What is larger is an id of Discord's."""
_NUMBERED = ("attachments.id",)
