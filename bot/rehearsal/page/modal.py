"""A modal as a form: what the bot asks in a window of its own."""

from __future__ import annotations

from collections.abc import Callable

from bot.rehearsal.page import controls
from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.markdown_html import rich
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View, wires
from bot.stage.payloads import Wire

_ROW, _LABEL, _TEXT_DISPLAY = 1, 18, 10
_TEXT_INPUT, _FILE_UPLOAD, _RADIO_GROUP, _CHECKBOX_GROUP, _CHECKBOX = 4, 19, 21, 22, 23
_PARAGRAPH = 2


def draw_modal(invocation_id: str, modal: Wire, view: View) -> Html:
    """The form; the browser puts it into a dialog. `invocation_id` says which interaction it answers."""
    words = view.words
    return el(
        "form",
        el("header", el("h2", modal["title"], id="modal-title"),
           el("button", "×", type="button", cls="plain close", data_close=True, aria_label=words("close"))),
        el("div", [_part(component, view) for component in modal["components"]], cls="modal-body"),
        el("p", cls="modal-error", role="alert", hidden=True),
        el("footer", el("button", words("cancel"), type="button", cls="btn style-2", data_close=True),
           el("button", words("submit"), type="submit", cls="btn style-1")),
        cls="modal",
        data_invocation=invocation_id,
        novalidate=True,
    )  # fmt: skip


def _part(component: Wire, view: View) -> Html:
    kind = int(component["type"])
    if kind == _TEXT_DISPLAY:
        return el("div", rich(component["content"], view, Veil(view.words)), cls="text")
    if kind == _LABEL:
        return _field(component["component"], component["label"], component.get("description"), view)
    if kind == _ROW:
        inner = component["components"][0]
        return _field(inner, inner.get("label") or "", None, view)
    return el("p", view.words("unknown-component", type=kind), cls="mistake")


def _field(component: Wire, label: str, description: str | None, view: View) -> Html:
    kind = int(component["type"])
    name = f"f-{component['custom_id']}"
    required = component.get("required", True) and kind != _CHECKBOX
    star = el("span", " *", cls="required", title=view.words("required")) if required else None
    grouped = kind in {_RADIO_GROUP, _CHECKBOX_GROUP}
    drawer = _FIELDS.get(kind)
    control = drawer(component, name, view) if drawer else controls.select(component, view, label=label, where="modal")
    return el(
        "fieldset" if grouped else "div",
        el("legend", label, star) if grouped else el("label", label, star, for_=name),
        el("small", description, id=f"{name}-about") if description else None,
        control,
        cls="field",
        data_field=component["custom_id"],
        data_type=kind,
        data_required="true" if required else None,
        data_min=component.get("min_values"),
        data_max=component.get("max_values"),
    )


def _text(component: Wire, name: str, view: View) -> Html:
    common = {
        "id": name,
        "placeholder": component.get("placeholder"),
        "minlength": component.get("min_length"),
        "maxlength": component.get("max_length") or 4000,
        "autocomplete": "off",
    }
    value = component.get("value") or ""
    if component.get("style") == _PARAGRAPH:
        # The first line break after the tag is dropped by browsers, so one is put there to be dropped.
        return el("textarea", "\n" + value, rows=5, **common)
    return el("input", type="text", value=value, **common)


def _choices(kind: str) -> Callable[[Wire, str, View], Html]:
    def draw(component: Wire, name: str, view: View) -> Html:
        return el(
            "div",
            [
                el(
                    "label",
                    el("input", type=kind, name=name, value=one["value"], checked=bool(one.get("default"))),
                    el("span", el("b", one["label"]), _about(one.get("description"))),
                    cls="choice",
                )
                for one in wires(component.get("options"))
            ],
            cls="choices",
        )

    return draw


def _about(description: str | None) -> Html | None:
    return el("small", description) if description else None


def _checkbox(component: Wire, name: str, view: View) -> Html:
    return el("input", type="checkbox", id=name, checked=bool(component.get("default")), cls="tick")


def _files(component: Wire, name: str, view: View) -> Html:
    return el("input", type="file", id=name, multiple=int(component.get("max_values") or 1) > 1)


_FIELDS: dict[int, Callable[[Wire, str, View], Html]] = {
    _TEXT_INPUT: _text,
    _FILE_UPLOAD: _files,
    _RADIO_GROUP: _choices("radio"),
    _CHECKBOX_GROUP: _choices("checkbox"),
    _CHECKBOX: _checkbox,
}
