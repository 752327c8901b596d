"""From the pieces of an answer to whoever follows the chat: at once when nothing is on its way, else together."""

import asyncio
import time
from typing import Final

from workers.chat.images import Imageless
from workers.runtime.errors import Cancelled, LeaseLost, Rejected
from workers.runtime.job import JobContext

_KEPT_EVERY: Final = 1.0
"""Seconds between two times that the text so far is stored, for those who open the chat in the middle."""
_ASKED_EVERY: Final = 1.0
"""Seconds of silence after which it is asked whether anybody still wants the answer."""
_LONGEST: Final = 100_000


class ChatOutlet:
    """The answer of one job, without images; `run` sends while others `say`."""

    def __init__(self, ctx: JobContext) -> None:
        self.text = ""
        """What was said so far."""
        self._ctx = ctx
        self._images = Imageless()
        self._sent = 0
        self._beginnings = 0
        self._kept = ""
        self._kept_at = time.monotonic()
        self._wake = asyncio.Event()
        self._is_closed = False

    def begin(self) -> None:
        """Whatever was said before does not count."""
        self.text = ""
        self._images = Imageless()
        self._sent = 0
        self._beginnings += 1

    def say(self, text: str) -> None:
        """The next piece."""
        if said := self._images.hear(text):
            self.text += said
            self._wake.set()

    def close(self) -> None:
        """Nothing more will be said; `run` ends when everything is sent."""
        self.text += self._images.rest()
        self._is_closed = True
        self._wake.set()

    async def run(self) -> None:
        """Send until closed. Raises Cancelled, LeaseLost, or Rejected NOT_FOUND once nobody wants it any more."""
        while True:
            try:
                async with asyncio.timeout(_ASKED_EVERY):
                    await self._wake.wait()
            except TimeoutError:
                pass
            self._wake.clear()
            if self._is_closed and self._sent >= len(self.text):
                return
            await self._send(time.monotonic() - self._kept_at >= _KEPT_EVERY)
            if self._sent < len(self.text) or self._is_closed:
                self._wake.set()

    async def keep(self) -> None:
        """Send the rest and store the text, before an answer is given up."""
        if self.text:
            try:
                await self._send(is_kept=True)
            except (Cancelled, LeaseLost, Rejected):
                # why it is given up is known already
                return

    async def _send(self, is_kept: bool) -> None:
        beginning, start, text = self._beginnings, self._sent, self.text[:_LONGEST]
        is_kept = is_kept and text != self._kept
        outcome = await self._ctx.rpc(
            "stream_chat_answer",
            p_job_id=self._ctx.job.id,
            p_lease=self._ctx.job.lease,
            p_offset=start,
            p_text=text[start:],
            p_content=text if is_kept else None,
        )
        if is_kept:
            self._kept, self._kept_at = text, time.monotonic()
        if beginning == self._beginnings:
            # beyond the longest there is nothing to send, and nothing to wait for
            self._sent = len(text) if len(text) < _LONGEST else len(self.text)
        if outcome == "cancel_requested":
            raise Cancelled(f"the answer of job {self._ctx.job.id} was stopped")
        if outcome == "lost":
            raise LeaseLost(f"job {self._ctx.job.id} is no longer leased to this worker")
        if outcome == "gone":
            raise Rejected("the message was deleted or has ended", "NOT_FOUND")
