"""How the six outputs look on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

LOCAL = "local-extractive"
TITLES = {
    "tiktok": "TikTok: hooks and talking points",
    "x": "X: thread",
    "threads": "Threads: posts",
    "linkedin": "LinkedIn: post",
    "instagram": "Instagram: caption",
    "email": "E-mail",
}


SHOWN_POINTS = 3
SHOWN_POSTS = 3
SHOWN_PARAGRAPHS = 3


def clipped(text: str, paragraphs: int = SHOWN_PARAGRAPHS) -> Text:
    """The beginning of a long text, and how much more there is of it."""
    parts = text.split("\n\n")
    shown, rest = parts[:paragraphs], " ".join(parts[paragraphs:]).split()
    # what is about as short as the remark is shown
    if len(rest) < 8:
        return Text(text)
    return Text("\n\n".join(shown)) + Text(f"\n… {len(rest)} more words", style="dim")


def _tags(tags: Sequence[str]) -> str:
    return " ".join(f"#{tag.lstrip('#')}" for tag in tags)


def _list(lines: Sequence[str], mark: str = "•") -> list[RenderableType]:
    return [Text(f"{mark} {line}") for line in lines]


def _body(platform: str, output: Mapping[str, Any]) -> list[RenderableType]:
    match platform:
        case "tiktok":
            return [
                Text("Hooks", style="bold"),
                *_list(output["hooks"]),
                Text("Talking points", style="bold"),
                *_list(output["talking_points"]),
                Text(f"Call to action: {output['cta']}"),
                Text(_tags(output.get("hashtags", [])), style="cyan"),
            ]
        case "x" | "threads":
            posts = output["thread" if platform == "x" else "posts"]
            parts: list[RenderableType] = []
            for post in posts[:SHOWN_POSTS]:
                parts += [Text(post), Text("─" * 24, style="dim")]
            rest = len(posts) - SHOWN_POSTS
            return [*parts[:-1], Text(f"… {rest} more posts", style="dim")] if rest > 0 else parts[:-1]
        case "linkedin":
            return [clipped(output["post"])]
        case "instagram":
            return [clipped(output["caption"])]
        case "email":
            return [
                Text(f"Subject:   {output['subject']}", style="bold"),
                Text(f"Preheader: {output['preheader']}"),
                Text(""),
                clipped(output["body"], SHOWN_PARAGRAPHS + 1),
            ]
    return [Text(str(dict(output)))]


def outputs(console: Console, generation: Mapping[str, Any], seconds: float) -> None:
    """Print the analysis and each output in a frame; `seconds` is how long all took."""
    console.print(Text("Core message: ", style="bold") + Text(generation["core_message"] or "–"))
    for point in generation["key_points"][:SHOWN_POINTS]:
        console.print(Text(f"  • {point}"))
    for platform in generation["selected_platforms"]:
        output = generation["outputs"].get(platform)
        if output is not None:
            console.print(
                Panel(Group(*_body(platform, output)), title=TITLES.get(platform, platform), title_align="left")
            )
    console.print(Text(f"posts by {generation['ai_model']}, {seconds:.1f} s", style="dim"), justify="right")


def timings(console: Console, steps: Sequence[tuple[str, float]]) -> None:
    """Print how long each step took, in seconds."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="left")
    table.add_column(justify="right")
    for name, seconds in steps:
        table.add_row(name, f"{seconds:.2f} s")
    table.add_row(Text("total", style="bold"), Text(f"{sum(seconds for _, seconds in steps):.2f} s", style="bold"))
    console.print(table)


def models(console: Console, names: set[str]) -> None:
    """Say who wrote, and what that is worth."""
    said = f"Made by {', '.join(sorted(names))}."
    if names == {LOCAL}:
        said += " It selects sentences and counts: no language model was asked."
    console.print(f"\n{said}", highlight=False)


def next_steps(console: Console, env: Mapping[str, str], email: str) -> None:
    """Print where to go from here."""
    console.print(
        f"\nThe stack goes on running. Signed up as {email}.\n"
        f"  SUPABASE_URL={env['SUPABASE_URL']}\n"
        f"  SUPABASE_PUBLISHABLE_KEY={env['SUPABASE_PUBLISHABLE_KEY']}\n"
        "  all keys:        make env\n"
        "  your own text:   make demo INPUT=path-or-url LANG=nl\n"
        "  a real adapter:  make demo AI=simulators\n"
        "  the calls:       README.md, section “Use it from a frontend”\n"
        f"  stop everything: make down",
        highlight=False,
        soft_wrap=True,
    )
