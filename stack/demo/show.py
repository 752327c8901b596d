"""How the six outputs look on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

TITLES = {
    "tiktok": "TikTok: hooks and talking points",
    "x": "X: thread",
    "threads": "Threads: posts",
    "linkedin": "LinkedIn: post",
    "instagram": "Instagram: caption",
    "email": "E-mail",
}


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
            for post in posts:
                parts += [Text(post), Text("─" * 24, style="dim")]
            return parts[:-1]
        case "linkedin":
            return [Text(output["post"])]
        case "instagram":
            return [Text(output["caption"])]
        case "email":
            return [
                Text(f"Subject:   {output['subject']}", style="bold"),
                Text(f"Preheader: {output['preheader']}"),
                Text(""),
                Text(output["body"]),
            ]
    return [Text(str(dict(output)))]


def outputs(console: Console, generation: Mapping[str, Any]) -> None:
    """Print the analysis and each output in a frame."""
    console.print()
    console.print(Text("Core message: ", style="bold") + Text(generation["core_message"] or "–"))
    for point in generation["key_points"]:
        console.print(Text(f"  • {point}"))
    for platform in generation["selected_platforms"]:
        output = generation["outputs"].get(platform)
        if output is not None:
            console.print(
                Panel(Group(*_body(platform, output)), title=TITLES.get(platform, platform), title_align="left")
            )


def timings(console: Console, steps: Sequence[tuple[str, float]]) -> None:
    """Print how long each step took, in seconds."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="left")
    table.add_column(justify="right")
    for name, seconds in steps:
        table.add_row(name, f"{seconds:.2f} s")
    table.add_row(Text("total", style="bold"), Text(f"{sum(seconds for _, seconds in steps):.2f} s", style="bold"))
    console.print(table)


def next_steps(console: Console, env: Mapping[str, str], email: str) -> None:
    """Print where to go from here."""
    console.print(
        f"\nThe stack goes on running. Signed up as {email}.\n"
        f"  SUPABASE_URL={env['SUPABASE_URL']}\n"
        f"  SUPABASE_PUBLISHABLE_KEY={env['SUPABASE_PUBLISHABLE_KEY']}\n"
        "  all keys:        make env\n"
        "  your own text:   make demo INPUT=path-or-url LANG=nl\n"
        "  the calls:       README.md, section “Use it from a frontend”\n"
        f"  stop everything: make down",
        highlight=False,
        soft_wrap=True,
    )
