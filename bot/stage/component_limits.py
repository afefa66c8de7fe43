"""Discord's limits for components: what may stand where, how long, how many, and which ids must be unique."""

from __future__ import annotations

from typing import Any

from bot.stage.errors import invalid_form
from bot.stage.payloads import Wire, as_dict, as_list

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = range(1, 9)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL, UPLOAD = 9, 10, 11, 12, 13, 14, 17, 18, 19
RADIO, CHECKBOXES, CHECKBOX = 21, 22, 23
SELECTS = frozenset({STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT})
INSIDE_CONTAINER = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR})
TOP_LEVEL = INSIDE_CONTAINER | {CONTAINER}
INSIDE_LABEL = SELECTS | {TEXT_INPUT, UPLOAD, RADIO, CHECKBOXES, CHECKBOX}
MOST_COMPONENTS = 40
MOST_TEXT = 4000


class Problems:
    """The problems of one payload, by path; refused together, as Discord does."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}

    def add(self, path: str, code: str, message: str) -> None:
        """Note one fault; the first at a path stays."""
        self.found.setdefault(path, (code, message))

    def required(self, path: str) -> None:
        """A field that must be there is not."""
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required")

    def too_long(self, path: str, most: int) -> None:
        """A text or list beyond its most."""
        self.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")

    def length(self, path: str, text: object, least: int, most: int) -> None:
        """A text that must be there, of a length between the two."""
        if text is None:
            self.required(path)
        elif not least <= len(str(text)) <= most:
            self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")

    def optional(self, path: str, text: object, most: int) -> int:
        """A text that may be missing; gives its length."""
        size = len(str(text)) if text is not None else 0
        if size > most:
            self.too_long(path, most)
        return size

    def choice(self, path: str) -> None:
        """A value that is none of those allowed there."""
        self.add(path, "BASE_TYPE_CHOICES", "Value must be one of the allowed choices.")

    def refuse(self) -> None:
        """Raise ApiError 50035 when anything was found."""
        if self.found:
            raise invalid_form(self.found)


class _Size:
    """What is counted over one whole message."""

    def __init__(self, names: set[str], problems: Problems) -> None:
        self.names = names
        self.problems = problems
        self.components = 0
        self.text = 0
        self.custom_ids: set[str] = set()
        self.ids: set[int] = set()


def check_components(components: list[Any], *, v2: bool, names: set[str], problems: Problems) -> None:
    """Check the component tree of a message; ``names`` are the files that attachment:// may refer to."""
    tally = _Size(names, problems)
    if not v2 and len(components) > 5:
        problems.too_long("components", 5)
    for index, component in enumerate(components):
        path = f"components.{index}"
        if component.get("type") not in (TOP_LEVEL if v2 else {ROW}):
            problems.choice(f"{path}.type")
            continue
        _check(component, path, tally)
    if tally.components > MOST_COMPONENTS:
        problems.add(
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components cannot exceed {MOST_COMPONENTS}",
        )
    if tally.text > MOST_TEXT:
        problems.add(
            "components",
            "COMPONENT_MAX_TOTAL_TEXT_LENGTH_EXCEEDED",
            f"The total text of all components cannot exceed {MOST_TEXT} characters",
        )


def _check(component: Wire, path: str, tally: _Size) -> None:
    tally.components += 1
    number = component.get("id")
    if number:
        if number in tally.ids:
            tally.problems.add(f"{path}.id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
        tally.ids.add(number)
    kind = component.get("type")
    if kind == ROW:
        _check_row(component, path, tally)
    elif kind == BUTTON:
        _check_button(component, path, tally)
    elif kind in SELECTS:
        check_select(component, path, tally.problems, tally.custom_ids)
    elif kind == TEXT:
        tally.problems.length(f"{path}.content", component.get("content"), 1, MOST_TEXT)
        tally.text += len(str(component.get("content") or ""))
    elif kind == SECTION:
        _check_section(component, path, tally)
    elif kind == GALLERY:
        _check_gallery(component, path, tally)
    elif kind == FILE:
        _check_media(component.get("file"), f"{path}.file", tally, only_attachment=True)
    elif kind == THUMBNAIL:
        _check_media(component.get("media"), f"{path}.media", tally)
        tally.problems.optional(f"{path}.description", component.get("description"), 1024)
    elif kind == CONTAINER:
        _check_container(component, path, tally)
    elif kind != SEPARATOR:
        tally.problems.choice(f"{path}.type")


def _check_row(row: Wire, path: str, tally: _Size) -> None:
    children = as_list(row.get("components"))
    buttons = [child for child in children if child.get("type") == BUTTON]
    wrong_mix = buttons and len(buttons) != len(children)
    if not 1 <= len(children) <= 5 or wrong_mix or (not buttons and len(children) > 1):
        tally.problems.add(f"{path}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    for index, child in enumerate(children):
        child_path = f"{path}.components.{index}"
        if child.get("type") not in SELECTS | {BUTTON}:
            tally.problems.choice(f"{child_path}.type")
        else:
            _check(child, child_path, tally)


def _check_button(button: Wire, path: str, tally: _Size) -> None:
    problems = tally.problems
    style = button.get("style")
    problems.optional(f"{path}.label", button.get("label"), 80)
    if style not in range(1, 7):
        problems.choice(f"{path}.style")
    elif style == 5:
        _check_link(button.get("url"), f"{path}.url", problems)
    elif style != 6:
        check_custom_id(button.get("custom_id"), path, problems, tally.custom_ids)
        if button.get("url"):
            problems.add(f"{path}.url", "BUTTON_COMPONENT_URL_INVALID", "A url and custom id cannot both be specified")
    if style != 6 and not button.get("label") and not button.get("emoji"):
        problems.add(path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A button must have a label or an emoji")
    _check_emoji(button.get("emoji"), path, problems)


def _check_link(url: object, path: str, problems: Problems) -> None:
    problems.length(path, url, 1, 512)
    if url is not None and not str(url).startswith(("https://", "http://", "discord://")):
        problems.add(path, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').")


def _check_emoji(emoji: object, path: str, problems: Problems) -> None:
    name = as_dict(emoji).get("name")
    if emoji and not as_dict(emoji).get("id") and (not name or str(name).isascii()):
        problems.add(f"{path}.emoji.name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")


def check_custom_id(custom_id: object, path: str, problems: Problems, seen: set[str]) -> None:
    """A custom id: there, at most 100 characters, once per message or modal."""
    problems.length(f"{path}.custom_id", custom_id, 1, 100)
    if custom_id in seen:
        problems.add(f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
    seen.add(str(custom_id))


def check_select(select: Wire, path: str, problems: Problems, seen: set[str]) -> None:
    """A select menu in a row or in a modal's label."""
    check_custom_id(select.get("custom_id"), path, problems, seen)
    problems.optional(f"{path}.placeholder", select.get("placeholder"), 150)
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not 0 <= least <= 25 or not 1 <= most <= 25 or least > most:
        problems.add(f"{path}.max_values", "BASE_TYPE_MAX", "min_values and max_values must be between 0 and 25.")
    if select.get("type") == STRING_SELECT:
        check_options(as_list(select.get("options")), path, problems, most=25)
        options = len(as_list(select.get("options")))
        if most > options > 0:
            problems.add(f"{path}.max_values", "BASE_TYPE_MAX", f"max_values must be at most {options}.")


def check_options(options: list[Any], path: str, problems: Problems, *, most: int) -> None:
    """The options of a select, of radio buttons or of checkboxes."""
    if not 1 <= len(options) <= most:
        problems.add(f"{path}.options", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {most} in length.")
    values: set[str] = set()
    for index, option in enumerate(options):
        at = f"{path}.options.{index}"
        problems.length(f"{at}.label", option.get("label"), 1, 100)
        problems.length(f"{at}.value", option.get("value"), 1, 100)
        problems.optional(f"{at}.description", option.get("description"), 100)
        _check_emoji(option.get("emoji"), at, problems)
        if option.get("value") in values:
            problems.add(
                f"{at}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
            )
        values.add(str(option.get("value")))


def _check_section(section: Wire, path: str, tally: _Size) -> None:
    children = as_list(section.get("components"))
    if not 1 <= len(children) <= 3:
        tally.problems.add(f"{path}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length.")
    for index, child in enumerate(children):
        if child.get("type") != TEXT:
            tally.problems.choice(f"{path}.components.{index}.type")
        _check(child, f"{path}.components.{index}", tally)
    accessory = as_dict(section.get("accessory"))
    if accessory.get("type") not in (BUTTON, THUMBNAIL):
        tally.problems.required(f"{path}.accessory")
    else:
        _check(accessory, f"{path}.accessory", tally)


def _check_gallery(gallery: Wire, path: str, tally: _Size) -> None:
    items = as_list(gallery.get("items"))
    if not 1 <= len(items) <= 10:
        tally.problems.add(f"{path}.items", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length.")
    for index, item in enumerate(items):
        _check_media(item.get("media"), f"{path}.items.{index}.media", tally)
        tally.problems.optional(f"{path}.items.{index}.description", item.get("description"), 1024)


def _check_media(media: object, path: str, tally: _Size, *, only_attachment: bool = False) -> None:
    url = str(as_dict(media).get("url") or "")
    if url.startswith("attachment://"):
        if url.removeprefix("attachment://") not in tally.names:
            tally.problems.add(
                f"{path}.url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", "The attachment was not found"
            )
    elif only_attachment or not url.startswith(("https://", "http://")):
        tally.problems.add(f"{path}.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https').")


def _check_container(container: Wire, path: str, tally: _Size) -> None:
    children = as_list(container.get("components"))
    if not children:
        tally.problems.add(f"{path}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 40 in length.")
    for index, child in enumerate(children):
        if child.get("type") not in INSIDE_CONTAINER:
            tally.problems.choice(f"{path}.components.{index}.type")
        else:
            _check(child, f"{path}.components.{index}", tally)


def check_modal_component(component: Wire, path: str, problems: Problems, seen: set[str]) -> None:
    """A modal's top-level component: a row with one text input, a label with one input, or a text."""
    kind = component.get("type")
    if kind == TEXT:
        problems.length(f"{path}.content", component.get("content"), 1, MOST_TEXT)
    elif kind == ROW:
        children = as_list(component.get("components"))
        if len(children) != 1 or children[0].get("type") != TEXT_INPUT:
            problems.choice(f"{path}.components.0.type")
        else:
            problems.length(f"{path}.components.0.label", children[0].get("label"), 1, 45)
            _check_input(children[0], f"{path}.components.0", problems, seen)
    elif kind == LABEL:
        problems.length(f"{path}.label", component.get("label"), 1, 45)
        problems.optional(f"{path}.description", component.get("description"), 100)
        inner = as_dict(component.get("component"))
        if inner.get("type") not in INSIDE_LABEL:
            problems.choice(f"{path}.component.type")
        else:
            _check_input(inner, f"{path}.component", problems, seen)
    else:
        problems.choice(f"{path}.type")


def _check_input(item: Wire, path: str, problems: Problems, seen: set[str]) -> None:
    kind = item["type"]
    if kind in SELECTS:
        check_select(item, path, problems, seen)
        return
    check_custom_id(item.get("custom_id"), path, problems, seen)
    if kind in (RADIO, CHECKBOXES):
        check_options(as_list(item.get("options")), path, problems, most=10)
    if kind != TEXT_INPUT:
        return
    if item.get("style") not in (1, 2):
        problems.choice(f"{path}.style")
    problems.optional(f"{path}.placeholder", item.get("placeholder"), 100)
    problems.optional(f"{path}.value", item.get("value"), 4000)
    least, most = item.get("min_length") or 0, item.get("max_length") or 4000
    if not 0 <= least <= 4000 or not 1 <= most <= 4000 or least > most:
        problems.add(f"{path}.max_length", "BASE_TYPE_MAX", "int value should be between 1 and 4000.")
