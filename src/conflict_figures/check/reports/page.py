"""Pages for people: one look, one way to make them. A page works from a file, loads nothing and runs no script."""

from functools import cache
from pathlib import Path


@cache
def template(path: Path):
    """Return the jinja template in a file; ``{{ style }}`` in it gives the look that all pages have.

    Every value is escaped, and a name that the template misspells is an error and not a blank.
    """
    import jinja2
    from markupsafe import Markup

    world = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    world.globals["style"] = Markup(Path(__file__).with_name("page.css").read_text(encoding="utf-8").rstrip("\n"))
    return world.from_string(path.read_text(encoding="utf-8"))
